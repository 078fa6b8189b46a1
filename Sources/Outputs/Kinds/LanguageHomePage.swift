import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// The home page of a language that has none of its own, and a page of its list.
package struct LanguageHomePage: PageOutput {
  package let path: String
  package let origin: String
  private let language: String
  private let number: Int

  package var rank: AddressRank { .list }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.languagesWithoutHome.flatMap { language in
      let listed = site.listed(in: "", language: language).count
      return (1...site.declared.configuration.pageCount(ofList: listed)).map { number in
        let home = site.home(of: language)
        return LanguageHomePage(
          path: SiteLayout.listPath(home, page: number),
          origin: SiteLayout.listFolder(home, page: number), language: language, number: number)
      }
    }
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.section
  }

  package func values(_ context: inout PageContext) -> TemplateObject {
    context.languageHome(language, page: number)
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "ce qui est traduit dans la langue « \(language) »",
      en: "what is translated into the language “\(language)”")
  }
}
