import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// The page of a tag or of a word of another taxonomy, in a language, and a page of its list.
package struct TermPage: PageOutput {
  package let path: String
  package let origin: String
  /// The place of the taxonomy.
  private let taxonomy: Int
  /// The number of the word among those of all taxonomies.
  private let term: Int
  private let language: String
  private let number: Int

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.taxonomies.indices.flatMap { taxonomy in
      site.terms(of: taxonomy).flatMap { term in
        site.languages(ofTerm: term, in: taxonomy).flatMap { language in
          pages(of: term, in: taxonomy, language, site)
        }
      }
    }
  }

  private static func pages(
    of term: Int, in taxonomy: Int, _ language: String, _ site: SiteView
  ) -> [TermPage] {
    let folder = site.folder(ofTerm: term, in: taxonomy, language: language)
    let count = site.sheets(ofTerm: term, in: language).count
    return (1...site.declared.configuration.pageCount(ofList: count)).map { number in
      TermPage(
        path: SiteLayout.listPath(folder, page: number), origin: "« \(site.terms[term].label) »",
        taxonomy: taxonomy, term: term, language: language, number: number)
    }
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.tag
  }

  package func values(_ context: inout PageContext) -> TemplateObject {
    context.term(term, of: taxonomy, language, page: number)
  }

  package func description(in site: SiteView) -> LocalizedText? {
    let label = site.terms[term].label
    let name = site.taxonomies[taxonomy].taxonomy.name
    return taxonomy == 0
      ? LocalizedText(
        fr: "les fiches de l’étiquette « \(label) »", en: "the sheets of the tag “\(label)”")
      : LocalizedText(
        fr: "les fiches de « \(label) » (\(name))", en: "the sheets of “\(label)” (\(name))")
  }
}
