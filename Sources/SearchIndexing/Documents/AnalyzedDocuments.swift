/// The pages that one worker analysed, compact and ready to be indexed.
public final class AnalyzedDocuments: Sendable {
  let words: WordTable
  let records: [DocumentRecord]

  init(words: WordTable, records: [DocumentRecord]) {
    self.words = words
    self.records = records
  }

  /// How many pages there are.
  public var count: Int { records.count }

  /// Returns one of the pages.
  ///
  /// - Parameter place: Which, as the analyzer numbered it.
  public func page(_ place: Int) -> AnalyzedPage { AnalyzedPage(batch: self, place: place) }
}

extension AnalyzedDocuments {
  /// Returns some of the pages, with their words alone.
  func keeping(_ kept: [DocumentRecord]) -> AnalyzedDocuments {
    var isUsed = [Bool](repeating: false, count: words.entries.count)
    for record in kept {
      for token in record.tokens where token & Token.field == 0 {
        isUsed[Token.number(token)] = true
      }
      for word in record.minorWords { isUsed[Int(word)] = true }
    }
    return AnalyzedDocuments(words: words.without { !isUsed[$0] }, records: kept)
  }
}
