package import Diagnostics
package import SiteGraph
package import Theming

/// The search page.
package struct SearchPage: PageOutput {
  package let path: String
  package let origin: String

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let folder = site.layout.searchFolder
    return [SearchPage(path: SiteLayout.listPath(folder), origin: folder)]
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.search
  }

  package func values(_ context: inout PageContext) -> TemplateObject { context.search() }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "la page de recherche", en: "the search page")
  }
}
