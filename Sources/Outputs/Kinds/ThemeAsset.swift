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

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.theme.assets.enumerated().filter { !booksOnly.contains($1.name) }.map { index, asset in
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
