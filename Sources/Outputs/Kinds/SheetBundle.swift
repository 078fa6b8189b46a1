import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// All that it takes to reuse a sheet elsewhere, as one ZIP file, where its type asks for it.
package struct SheetBundle: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().filter { $1.type.exports.contains(.bundle) }.map { index, sheet in
      let folder = site.folders[index]
      return SheetBundle(
        path: folder + PageContext.bundleName(in: folder) + ".zip", origin: sheet.path,
        index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "la fiche, ses fichiers, sa licence et ses crédits, pour qui la reprend",
      en: "the sheet, its files, its licence and its credits, for those who reuse it")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8] {
    let name = PageContext.bundleName(in: renderer.commons.folders[index])
    return try BundleContent(of: index, &renderer).zipped(in: name)
  }
}
