import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
import Theming

/// A file of the theme: a style sheet, a script, a picture, a font.
package struct ThemeAsset: Output {
  package let path: String
  package let origin: String
  /// Its place among the files of the theme.
  private let index: Int

  /// What no page loads: the looks of the site as a book.
  package static let booksOnly: Set<String> = ["livre.css", "livre-papier.css"]

  /// What only the pages of a site that shows sheets of other labs load.
  private static let federationOnly: Set<String> = ["ailleurs.css", "recherche-ailleurs.js"]

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let isAlone = site.declared.configuration.federation.isEmpty
    return site.theme.assets.enumerated().filter { _, asset in
      !booksOnly.contains(asset.name) && !(isAlone && federationOnly.contains(asset.name))
    }.map { index, asset in
      ThemeAsset(path: asset.path, origin: asset.name, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "un fichier du thème : \(origin)", en: "a file of the theme: \(origin)")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    renderer.commons.theme.assets[index].bytes
  }
}
