import ContentModel
package import Diagnostics
import Formats
package import SiteGraph
import SiteLoading
import Theming

/// The card of a sheet, both its faces, as a script for the page of cards: a page opened from a disk may
/// load no data in another way, and the page would weigh too much with all of them in it.
package struct PocketCardData: Output {
  /// The name of the file, beside the page of the sheet.
  static let fileName = "carte.js"

  package let path: String
  package let origin: String
  private let index: Int
  private let page: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    guard let page = site.cardsPage,
      site.theme.template(for: [Templates.pocketCardName]) != nil
    else { return [] }
    return site.cardsShown(on: page).map { index in
      PocketCardData(
        path: site.folders[index] + fileName, origin: site.sheets[index].path, index: index,
        page: page)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "la carte de la fiche, pour la page des cartes",
      en: "the card of the sheet, for the page of cards")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let template = renderer.templates.pocketCard,
      let values = renderer.context.pocketCard(of: index, on: page)
    else { return [] }
    let sheet = renderer.commons.sheets[index]
    let markup = renderer.commons.theme.render(
      template, values, contentPath: sheet.path, diagnostics: &diagnostics)
    let text = String(decoding: markup, as: UTF8.self)
    var script = Array("(window.ArchipelCartes??={})[".utf8)
    script += JSONValue.string(sheet.id).encoded()
    script += Array("]=".utf8) + JSONValue.string(text).encoded() + Array(";\n".utf8)
    return script
  }
}
