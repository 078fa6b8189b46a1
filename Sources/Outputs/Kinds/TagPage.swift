import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// The page of a tag, and a page of its list.
package struct TagPage: PageOutput {
  package let path: String
  package let origin: String
  /// The place of the tag in the list of tags.
  private let tag: Int
  private let number: Int

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.tags.enumerated().flatMap { index, tag in
      (1...site.configuration.pageCount(ofList: tag.sheets.count)).map { number in
        TagPage(
          path: SiteLayout.listPath(site.layout.tagFolder + tag.key + "/", page: number),
          origin: "« \(tag.label) »", tag: index, number: number)
      }
    }
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.tag
  }

  package func values(_ context: inout PageContext) -> TemplateObject {
    context.tag(tag, page: number)
  }

  package func description(in site: SiteView) -> LocalizedText? {
    let label = site.tags[tag].label
    return LocalizedText(
      fr: "les fiches de l’étiquette « \(label) »", en: "the sheets of the tag “\(label)”")
  }
}
