/// What is kept of a page beside its words.
struct DocumentRecord: Sendable {
  let url: String
  /// Its words and fields (see `Token`).
  let tokens: [UInt32]
  /// The words that it has beside these, by their numbers: the dictionary of the site has them too.
  let minorWords: [UInt32]
  /// What a result shows, as a JSON array.
  let card: [UInt8]
  let facts: PageFacts

  init(_ document: SearchDocument, tokens: [UInt32], minorWords: [UInt32] = []) {
    url = document.url
    self.tokens = tokens.exactCopy
    self.minorWords = minorWords.exactCopy
    card = ResultCard(document).json
    facts = PageFacts(
      language: AnalysisLanguage(tag: document.lang),
      tag: AnalysisLanguage.primarySubtag(of: document.lang), isSecondary: document.isSecondary,
      type: document.type,
      tags: document.tags,
      facets: document.facets, ranges: document.ranges)
  }
}
