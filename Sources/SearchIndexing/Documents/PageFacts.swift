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
}
