import ByteCoding
import ContentModel
package import SearchIndexing
package import SiteFiles
import SiteLoading
import TextEncoding
import Theming

extension LinkedSite {
  /// The published folder of the index of the sheets of other labs; nil when there is none.
  ///
  /// Its name is a hash of what it is made from: once that changes, the folder of another name is made.
  package var federatedIndexFolder: String? {
    guard !federated.sheets.isEmpty else { return nil }
    let hash = StableHash.of { hasher in
      hasher.add(federated.hash)
      hasher.add(site.declarations)
      hasher.add(labWord)
    }
    return layout.indexFolder + "labs-" + Hexadecimal.text(of: hash, digits: 16) + "/"
  }

  /// The path of the root of that index.
  package var federatedIndex: String? { federatedIndexFolder.map { $0 + SearchIndex.rootName } }

  /// What the facet of the labs is called.
  private var labWord: String {
    site.theme.words(for: site.configuration.language).text("federation_lab")
  }

  /// Reads the sheets of other labs for the search.
  package func federatedWords(_ workers: Workers) async throws -> [AnalyzedPage] {
    let language = site.configuration.language
    let labs = labWord
    var terms: [String: String] = [:]
    for licence in Set(federated.sheets.lazy.compactMap(\.licence)) {
      terms[licence] = Licence(id: licence)?.label
    }
    let (labels, types) = (terms, site.types.mapValues { $0.label.text(in: language) })
    return try await WordCollection.pages(of: federated.sheets.count, workers) { [self] index in
      let sheet = federated.sheets[index]
      let lab = federated.labs[sheet.lab]
      let own = sheet.language ?? language
      let said = [
        lab.name, sheet.licence.map { labels[$0] ?? $0 },
        own == language ? nil : translations.name(of: own),
      ]
      return SearchDocument(
        url: sheet.url, title: sheet.title, summary: sheet.summary,
        type: SearchTerm(id: sheet.type, label: types[sheet.type] ?? sheet.type), lang: own,
        languageLabel: said.compactMap(\.self).joined(separator: " · "),
        tags: sheet.tags.map { SearchTerm(id: federated.key(ofTag: $0), label: $0) }
          .filter { !$0.id.isEmpty },
        facets: [
          SearchFacet(
            name: "lab", label: labs, values: [SearchTerm(id: lab.id, label: lab.name)])
        ])
    }
  }
}
