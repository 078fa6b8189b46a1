import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// The page of all tags, or of all words of another taxonomy, in a language.
package struct TaxonomyPage: PageOutput {
  package let path: String
  package let origin: String
  /// The place of the taxonomy.
  private let taxonomy: Int
  private let language: String

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.taxonomies.indices.flatMap { taxonomy in
      site.languages(ofTaxonomy: taxonomy).map { language in
        let folder = site.folder(ofTaxonomy: taxonomy, in: language)
        return TaxonomyPage(
          path: SiteLayout.listPath(folder), origin: folder, taxonomy: taxonomy,
          language: language)
      }
    }
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.tags
  }

  package func values(_ context: inout PageContext) -> TemplateObject {
    context.terms(of: taxonomy, language)
  }

  package func description(in site: SiteView) -> LocalizedText? {
    let name = site.taxonomies[taxonomy].taxonomy.name
    return taxonomy == 0
      ? LocalizedText(fr: "toutes les étiquettes", en: "all tags")
      : LocalizedText(fr: "tous les mots de « \(name) »", en: "all words of “\(name)”")
  }
}
