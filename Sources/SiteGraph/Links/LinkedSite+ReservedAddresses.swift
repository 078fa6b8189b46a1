import ContentModel
import Diagnostics
import Formats
import SiteLoading
import TextEncoding

extension LinkedSite {
  /// Gives sheets at the address of a file about the whole site another one, before anything links to them:
  /// the page of `robots.txt.md` is `robots-txt/`.
  ///
  /// - Parameter folders: The published folder of each sheet.
  static func avoidReservedAddresses(
    _ folders: inout [String], of site: LoadedSite, reporting diagnostics: inout [Diagnostic]
  ) {
    let reserved = Set(
      ReservedPaths.files(of: site.configuration) + filesOfPages + [SiteLayout.activitiesFile])
    for (index, folder) in folders.enumerated() {
      let name = String(folder.dropLast())
      // The own page of a folder stays with the sheets of the folder.
      guard reserved.contains(name), !site.sheets[index].isIndex else { continue }
      let taken = Set(folders.map { String($0.prefix { $0 != "/" }) })
        .union(site.configuration.addresses.folders)
      let other = SiteAddresses.free(Slug.make(from: name), besides: taken)
      folders[index] = other + "/"
      let sheet = site.sheets[index]
      diagnostics.append(
        .movedSheet(
          name, to: other, at: sheet.locations["slug"] ?? SourceLocation(path: sheet.path)))
    }
  }

  /// The files at the root that every site has with its pages.
  static let filesOfPages = ["404.html", AtomFeed.fileName, JSONFeed.fileName]
}
