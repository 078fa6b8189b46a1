/// What the search filters a page by.
struct PageFacts: Sendable, Hashable {
  let language: AnalysisLanguage
  let type: SearchTerm
  let tags: [SearchTerm]
  let facets: [SearchFacet]
  let ranges: [SearchRange]
}
