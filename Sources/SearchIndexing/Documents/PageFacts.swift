/// What the search filters a page by.
struct PageFacts: Sendable, Hashable {
  let language: AnalysisLanguage
  /// The primary subtag of its language: `fr`.
  let tag: String
  /// Whether it comes after the others.
  let isSecondary: Bool
  let type: SearchTerm
  let tags: [SearchTerm]
  let facets: [SearchFacet]
  let ranges: [SearchRange]

  /// The primary subtag of a BCP 47 tag.
  static func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }
}
