import SearchIndexing
import SiteFiles
import Synchronization

/// What one worker has gathered for the search.
final class WordCollection {
  /// What it will have gathered when it ends.
  package final class Result: Sendable {
    private let finished = Mutex<AnalyzedDocuments?>(nil)

    /// The pages; nothing before the worker has ended.
    fileprivate(set) var documents: AnalyzedDocuments? {
      get { finished.withLock { $0 } }
      set { finished.withLock { $0 = newValue } }
    }
  }

  package let result = Result()
  private var analyzer: TextAnalyzer? = TextAnalyzer()

  /// Returns the place of the document among those of the worker.
  package func add(_ document: SearchDocument) -> Int? { analyzer?.add(document) }

  package func finish() {
    let finished = analyzer.take() ?? TextAnalyzer()
    result.documents = finished.finish()
  }

  /// Reads documents for the search.
  package static func pages(
    of count: Int, _ workers: Workers, _ document: @escaping @Sendable (Int) -> SearchDocument
  ) async throws -> [AnalyzedPage] {
    let read = try await workers.map(count) {
      WordCollection()
    } finish: { words in
      words.finish()
    } _: { words, index in
      (result: words.result, place: words.add(document(index)))
    }
    return read.compactMap { read in
      read.place.flatMap { read.result.documents?.page($0) }
    }
  }
}
