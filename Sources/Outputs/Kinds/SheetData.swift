import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// The data of a sheet, for programs, where its type says so.
package struct SheetData: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().filter { $1.type.exports.contains(.data) }.map { index, sheet in
      SheetData(path: site.folders[index] + "index.json", origin: sheet.path, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "les données de la fiche", en: "the data of the sheet")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    SiteCatalogue(renderer.context).data(of: index)
  }
}
