package import Diagnostics
package import SiteGraph
package import Theming

/// The page of all tags.
package struct TagsPage: PageOutput {
  package let path: String
  package let origin: String

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let folder = site.layout.tagFolder
    return [TagsPage(path: SiteLayout.listPath(folder), origin: folder)]
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.tags
  }

  package func values(_ context: inout PageContext) -> TemplateObject { context.tags() }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "toutes les étiquettes", en: "all tags")
  }
}
