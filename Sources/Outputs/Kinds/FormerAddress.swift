import ContentModel
package import Diagnostics
import Formats
package import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// A page that leads from a former address of a sheet to its own.
package struct FormerAddress: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package var rank: AddressRank { .formerAddress }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().flatMap { index, sheet in
      sheet.aliases.filter(\.isPage).map { alias in
        FormerAddress(
          path: path(of: alias), origin: sheet.path, index: index)
      }
    }
  }

  /// Returns where a former address is published.
  static func path(of alias: Sheet.Alias) -> String {
    if alias.path.hasSuffix(".html") { return alias.path }
    return alias.path.isEmpty ? "index.html" : alias.path + "/index.html"
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "une ancienne adresse de la fiche, qui mène à la nouvelle",
      en: "a former address of the sheet, which leads to the new one")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    let (site, folder) = (renderer.commons, renderer.commons.folders[index])
    let language = site.language(of: index)
    let links = PageLinks(
      prefix: Address.prefix(from: path), isOffline: renderer.context.options.isOffline)
    return RedirectPage(
      language: language, title: renderer.context.titles[index],
      notice: renderer.context.format(language).words.text("page_deplacee"),
      target: links.page(folder),
      canonical: renderer.context.baseURL?.url(of: Address.encode(folder))
    ).encoded()
  }
}
