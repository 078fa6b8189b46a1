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
    let folders = [layout.searchFolder, layout.alphabetFolder, layout.siteMapFolder]
    if folders.contains(folder) || isPageOfTaxonomy(folder) { return .page(folder) }
    if translations.languages.dropFirst().contains(where: { home(of: $0) == folder }) {
      return .page(folder)
    }
    return isMadeFile(path) ? .file(path) : nil
  }

  /// Whether a folder has the list of the words of a taxonomy, or the sheets of one of them.
  private func isPageOfTaxonomy(_ folder: String) -> Bool {
    if taxonomies.contains(where: { $0.folder == folder }) || taxonomy(ofPage: folder) != nil {
      return true
    }
    guard taxonomies.count > 1 else { return false }
    return translations.languages.dropFirst().contains { language in
      let home = home(of: language)
      return folder.hasPrefix(home)
        && isPageOfTaxonomy(String(folder.dropFirst(home.count)), in: language)
    }
  }

  /// Whether a taxonomy has a page in a folder below the home page of a language.
  private func isPageOfTaxonomy(_ folder: String, in language: String) -> Bool {
    if let place = taxonomies.firstIndex(where: { $0.folder == folder }) {
      return languages(ofTaxonomy: place).contains(language)
    }
    guard let place = taxonomy(ofPage: folder) else { return false }
    let key = folder.dropFirst(taxonomies[place].folder.count).dropLast()
    let number = taxonomies[place].numbers.first { terms[$0].key == key }
    return number.map { languages(ofTerm: $0, in: place).contains(language) } ?? false
  }

  /// Returns the taxonomy of the word whose sheets a folder has, by its place.
  private func taxonomy(ofPage folder: String) -> Int? {
    taxonomies.firstIndex { taxonomy in
      guard folder.hasPrefix(taxonomy.folder) else { return false }
      let key = folder.dropFirst(taxonomy.folder.count).dropLast()
      return taxonomy.keys.value.contains(String(key))
    }
  }

  /// Whether the sheets of a word have a feed in a folder.
  private func hasFeed(ofTerm folder: String) -> Bool {
    guard let place = taxonomy(ofPage: folder) else { return false }
    return site.configuration.feeds.contains(place == 0 ? .tags : .terms)
  }

  private func isMadeFile(_ path: String) -> Bool {
    if Self.filesOfPages.contains(path) { return true }
    if ReservedPaths.files(of: site.configuration).contains(path) { return true }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    let (folder, name) = (String(path[...slash]), path[path.utf8.index(after: slash)...])
    switch name {
    case AtomFeed.fileName[...]:
      return sections.topFolders.contains(folder) || hasFeed(ofTerm: folder)
    case JSONFeed.fileName[...]:
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
