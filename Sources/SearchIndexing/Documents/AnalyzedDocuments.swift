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

/// A page that was analysed once, to be indexed with others that may have changed since.
public struct AnalyzedPage: Sendable {
  private let batch: AnalyzedDocuments
  private let place: Int

  fileprivate init(batch: AnalyzedDocuments, place: Int) {
    self.batch = batch
    self.place = place
  }

  /// The page's address relative to the site's root.
  public var url: String { batch.records[place].url }

  /// The page's tags.
  public var tags: [SearchTerm] { batch.records[place].facts.tags }

  /// What is kept of the page.
  var record: DocumentRecord { batch.records[place] }

  /// The words that it was read with, and those of other pages.
  var words: WordTable { batch.words }

  /// Returns pages as their workers left them, without the words that only other pages had.
  ///
  /// - Complexity: O(*n*) in the number of pages, and in the words of what is no longer whole.
  static func batches(of pages: [AnalyzedPage]) -> [AnalyzedDocuments] {
    var batches: [AnalyzedDocuments] = []
    var numbers: [ObjectIdentifier: Int] = [:]
    var records: [[DocumentRecord]] = []
    for page in pages {
      let id = ObjectIdentifier(page.batch)
      let number = numbers[id] ?? batches.count
      if number == batches.count {
        numbers[id] = number
        batches.append(page.batch)
        records.append([])
      }
      records[number].append(page.batch.records[page.place])
    }
    return zip(batches, records).map { batch, records in
      records.count == batch.count ? batch : batch.keeping(records)
    }
  }
}

extension AnalyzedDocuments {
  /// Returns some of the pages, with their words alone.
  fileprivate func keeping(_ kept: [DocumentRecord]) -> AnalyzedDocuments {
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
