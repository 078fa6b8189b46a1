import ContentModel
import SiteGraph
import SiteLoading
package import Theming

extension PageContext {
  /// The name of the QR code of a sheet, beside its page.
  static let codeFileName = "qr.svg"

  /// Returns the id under which the page of cards takes a sheet; nil when it shows no card of it.
  func pocketID(of index: Int) -> String? {
    guard let page = commons.cardsPage, case .cards(let cards) = commons.sheets[page].view else {
      return nil
    }
    let original = commons.sheets[commons.translations.original(of: index)]
    return original.type == cards.selection.type && cards.selection.contains(original)
      ? original.id : nil
  }

  /// Returns the id of the card of a sheet on the page that shows it.
  static func cardID(of sheet: Sheet) -> String {
    "carte-" + (sheet.id.split(separator: "/").last.map(String.init) ?? "")
  }

  /// Returns the address of the QR code that leads to a sheet; none where there is no code.
  func codeURL(of index: Int, links: PageLinks) -> TemplateValue {
    guard baseURL != nil, commons.sheets[index].type.exports.contains(.code) else { return .none }
    return .text(links.file(commons.addresses[index] + Self.codeFileName))
  }
}
