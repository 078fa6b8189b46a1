import ContentModel
package import Diagnostics
import Formats
import ImageProcessing
package import SiteGraph
import SiteLoading

/// The QR code that leads to a sheet, where its type asks for one and the site knows its own address.
package struct SheetCode: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    guard hasAddress else { return [] }
    return site.sheets.enumerated().filter { $1.type.exports.contains(.code) }.map { index, sheet in
      SheetCode(
        path: site.folders[index] + PageContext.codeFileName, origin: sheet.path, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "le code QR qui mène à la fiche", en: "the QR code that leads to the sheet")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let baseURL = renderer.context.baseURL else { return [] }
    let address = baseURL.url(of: renderer.commons.addresses[index])
    do {
      return try QRCode(address).svg
    } catch {
      diagnostics.append(.uncodedAddress(error, address, of: renderer.commons.sheets[index].path))
      return []
    }
  }
}
