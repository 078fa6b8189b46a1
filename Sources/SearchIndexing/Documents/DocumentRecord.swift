/// What is kept of a page beside its words.
struct DocumentRecord: Sendable {
  let url: String
  let language: AnalysisLanguage
  /// Where its words are in the stream of its worker.
  let tokens: Range<Int>
  /// What a result shows, as a JSON array.
  let card: [UInt8]
  let type: SearchTerm
  let tags: [SearchTerm]
  let facets: [SearchFacet]
  let ranges: [SearchRange]

  init(_ document: SearchDocument, tokens: Range<Int>) {
    url = document.url
    language = AnalysisLanguage(tag: document.lang)
    self.tokens = tokens
    card = ResultCard(document).json
    type = document.type
    tags = document.tags
    facets = document.facets
    ranges = document.ranges
  }
}
