import ContentModel
package import Diagnostics
import Formats
package import SiteGraph
import SiteLoading
import TextEncoding

/// All that is said of a sheet in the words of schema.org, where its type asks for a file of it.
package struct SheetLinkedData: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().filter { $1.type.exports.contains(.linkedData) }.map { index, sheet in
      SheetLinkedData(
        path: site.folders[index] + "index.jsonld", origin: sheet.path, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "les données liées de la fiche", en: "the linked data of the sheet")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    var data = renderer.context.schemaData(of: index, isWhole: true)
    let format = renderer.context.format(renderer.commons.language(of: index))
    data.credit = renderer.context.creditsLine(of: index, format)
    return data.encoded(as: .indented)
  }
}
