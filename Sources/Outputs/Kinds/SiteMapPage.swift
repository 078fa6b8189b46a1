package import Diagnostics
package import SiteGraph
package import Theming

/// The site map for readers.
package struct SiteMapPage: PageOutput {
  package let path: String
  package let origin: String

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let folder = site.layout.siteMapFolder
    return [SiteMapPage(path: SiteLayout.listPath(folder), origin: folder)]
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.siteMap
  }

  package func values(_ context: inout PageContext) -> TemplateObject { context.siteMap() }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "toutes les pages du site", en: "all pages of the site")
  }
}
