package import ContentModel
import Formats
import SiteFiles

/// The paths of the files about the whole site, which are made beside the pages and known before them.
package struct ReservedPaths: Sendable {
  /// Files at the root of the site, where nothing else may be, nor lie in a folder of their name.
  private let names: Set<Substring>
  /// The folder of the search index, with a slash at its end.
  private let indexFolder: String

  package init(_ configuration: SiteConfiguration, _ layout: SiteLayout) {
    indexFolder = layout.indexFolder
    let made =
      Self.files(of: configuration)
      + [OutputFolder.manifestName, String(indexFolder.dropLast())]
    names = Set(made.map { $0[...] })
  }

  /// Returns the names of those at the root that links may lead to.
  static func files(of configuration: SiteConfiguration) -> [String] {
    [CatalogueFile.fileName, Robots.fileName, Sitemap.fileName]
      + configuration.exports.map(\.fileName) + configuration.redirects.map(\.fileName)
  }

  /// Returns the reserved file at whose place a path is; nil for one that may be.
  package func name(takenBy path: String) -> Substring? {
    let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    let top = path[..<end]
    guard names.contains(top) else { return nil }
    if end != path.endIndex, top.utf8.elementsEqual(indexFolder.utf8.dropLast()) {
      // The scripts of the index bear hashes: a page beside them is in nobody's way.
      for slash in path[end...].indices.dropFirst() where path[slash] == "/" {
        if path[..<slash].hasSuffix(".js") { return path[..<slash] }
      }
      return path.hasSuffix(".js") ? path[...] : nil
    }
    return top
  }
}
