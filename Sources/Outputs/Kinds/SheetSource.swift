import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// The file of a sheet, for those who reuse it, where its type says so.
package struct SheetSource: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().filter { $1.type.exports.contains(.source) }.map { index, sheet in
      SheetSource(path: site.folders[index] + "index.md", origin: sheet.path, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "le fichier de la fiche", en: "the file of the sheet")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8] {
    try renderer.commons.records[index].file.contents()
  }
}
