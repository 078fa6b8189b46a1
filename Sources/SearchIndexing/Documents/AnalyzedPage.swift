/// A page that was analysed once, to be indexed with others that may have changed since.
public struct AnalyzedPage: Sendable {
  private let batch: AnalyzedDocuments
  private let place: Int

  init(batch: AnalyzedDocuments, place: Int) {
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
