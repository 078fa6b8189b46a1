package import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// The page of a folder that has no page of its own, and a page of its list.
package struct SectionPage: PageOutput {
  package let path: String
  package let origin: String
  private let id: String
  private let number: Int

  package var rank: AddressRank { .list }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sections.sections.filter { $0.index == nil && !$0.isUnlisted }.flatMap { section in
      let folder = section.id.isEmpty ? "" : section.id + "/"
      let listed = section.id.isEmpty ? 0 : section.listed.count
      return (1...site.declared.configuration.pageCount(ofList: listed)).map { number in
        SectionPage(
          path: SiteLayout.listPath(folder, page: number),
          origin: SiteLayout.listFolder(folder, page: number), id: section.id, number: number)
      }
    }
  }

  package func budget(in site: SiteView) -> WeightBudget.PageKind { id.isEmpty ? .home : .page }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    id.isEmpty ? templates.home : templates.section
  }

  package func values(_ context: inout PageContext) -> TemplateObject {
    context.section(id, page: number)
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "les fiches du dossier « \(id) », qui n’a pas de page à lui",
      en: "the sheets of the folder “\(id)”, which has no page of its own")
  }
}
