import ContentModel
import SiteGraph
import SiteLoading
package import Theming

extension PageContext {
  /// The name of the QR code of a sheet, beside its page.
  static let codeFileName = "qr.svg"

  /// Returns the id under which the page of cards takes a sheet; nil when it shows no card of it.
  func pocketID(of index: Int) -> String? {
    guard let page = commons.cardsPage, let cards = commons.sheets[page].cards else { return nil }
    let number = commons.translations.original(of: index)
    let original = commons.sheets[number]
    guard cards.selection.contains(original) else { return nil }
    // Of a deck that stops at some number, only the page of cards knows the last.
    return cards.selection.limit == nil || pocketPages[number] != nil ? original.id : nil
  }

  /// Returns the id of the card of a sheet on the page that shows it.
  ///
  /// - Parameter number: Which of the cards views of the page shows it, from 1.
  static func cardID(of sheet: Sheet, inView number: Int = 1) -> String {
    (number == 1 ? "carte-" : "carte\(number)-")
      + (sheet.id.split(separator: "/").last.map(String.init) ?? "")
  }

  /// Returns the address of the QR code that leads to a sheet; none where there is no code.
  func codeURL(of index: Int, links: PageLinks) -> TemplateValue {
    guard baseURL != nil, commons.sheets[index].type.exports.contains(.code) else { return .none }
    return .text(links.file(commons.addresses[index] + Self.codeFileName))
  }
}
