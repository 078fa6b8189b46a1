import ContentModel
import Formats
import SiteLoading
import TextEncoding

extension LinkedSite {
  /// What Archipel makes besides the pages of sheets.
  enum MadePage {
    /// The page of a folder: `etiquettes/climat/`.
    case page(String)
    /// A file: `feed.xml`.
    case file(String)
  }

  /// Returns the page or the file at an address that Archipel makes besides the pages of sheets.
  func madePage(at path: String) -> MadePage? {
    let folder = AddressIndex.page(path) + "/"
    let folders = [
      layout.tagFolder, layout.searchFolder, layout.alphabetFolder, layout.siteMapFolder,
    ]
    if folders.contains(folder) || isPageOfTag(folder) { return .page(folder) }
    if translations.languages.dropFirst().contains(where: { home(of: $0) == folder }) {
      return .page(folder)
    }
    return isMadeFile(path) ? .file(path) : nil
  }

  private func isPageOfTag(_ folder: String) -> Bool {
    guard folder.hasPrefix(layout.tagFolder) else { return false }
    let key = folder.dropFirst(layout.tagFolder.count).dropLast()
    return tagKeys.value.contains(String(key))
  }

  private func isMadeFile(_ path: String) -> Bool {
    let ofSite = [
      "404.html", AtomFeed.fileName, JSONFeed.fileName, Sitemap.fileName, Robots.fileName,
      CatalogueFile.fileName,
    ]
    if ofSite.contains(path) { return true }
    if site.configuration.exports.contains(where: { $0.fileName == path }) { return true }
    if site.configuration.redirects.contains(where: { $0.fileName == path }) { return true }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    let (folder, name) = (String(path[...slash]), path[path.utf8.index(after: slash)...])
    switch name {
    case AtomFeed.fileName[...], JSONFeed.fileName[...]:
      return sections.topFolders.contains(folder)
    case "index.md":
      return sheet(publishedIn: folder)?.type.exports.contains(.source) == true
    case "index.json":
      return sheet(publishedIn: folder)?.type.exports.contains(.data) == true
    case "qr.svg":
      return sheet(publishedIn: folder)?.type.exports.contains(.code) == true
    case "carte.js":
      return cardsPage.map(cardsShown)?.contains { folders[$0] == folder } == true
    case "canevas.svg":
      return sheet(publishedIn: folder)?.type.canvas != nil
    case "index.jsonld":
      return sheet(publishedIn: folder)?.type.exports.contains(.linkedData) == true
    default:
      return name.hasSuffix(".zip")
        && sheet(publishedIn: folder)?.type.exports.contains(.bundle) == true
    }
  }

  private func sheet(publishedIn folder: String) -> Sheet? {
    addressIndex.value.sheet(at: String(folder.dropLast())).map { site.sheets[$0] }
  }
}
