package import Diagnostics
package import SiteGraph
package import Theming

/// The page that a server shows at an address that does not exist.
package struct NotFoundPage: PageOutput {
  package let path = "404.html"
  package let origin = "404.html"

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    [NotFoundPage()]
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.notFound
  }

  package func values(_ context: inout PageContext) -> TemplateObject { context.notFound() }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "la page montrée à une adresse qui n’existe pas",
      en: "the page shown at an address that does not exist")
  }
}
