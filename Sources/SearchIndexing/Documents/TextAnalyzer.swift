/// Analyses pages, one at a time; each worker has its own.
///
/// The order: compose, straighten apostrophes, lower case, drop elisions, split compounds, stem with
/// accents (Snowball), fold. Pages may be given to workers in any way: the index is the same.
/// - Complexity: linear in the bytes of the text; a word is stemmed once.
public struct TextAnalyzer: ~Copyable {
  private var scanner = TextScanner()
  private var words = WordCollector()
  private var records: [DocumentRecord] = []

  /// Creates an analyzer that has seen nothing.
  public init() {}

  /// Analyses a page and keeps what the index needs of it.
  ///
  /// - Returns: Its place among the pages that were added, from 0.
  @discardableResult
  public mutating func add(_ document: SearchDocument) -> Int {
    words.startDocument(language: AnalysisLanguage(tag: document.lang))
    for name in [document.title] + document.names { scan(name, as: .title) }
    for text in document.tags.map(\.label) + document.subjects { scan(text, as: .tags) }
    scan(document.summary, as: .summary)
    for text in document.purposes {
      words.start(.summary)
      text.withUnsafeBufferPointer { scanner.scan($0, into: &words) }
    }
    for passage in document.passages {
      if !passage.heading.isEmpty { scan(passage.heading, as: .headings) }
      words.start(.body)
      passage.text.withUnsafeBufferPointer { scanner.scan($0, into: &words) }
    }
    records.append(DocumentRecord(document, tokens: words.tokens, minorWords: words.minorWords))
    return records.count - 1
  }

  /// Ends the analysis and gives what the index is made from.
  public consuming func finish() -> AnalyzedDocuments {
    AnalyzedDocuments(words: words.words.closed, records: records)
  }

  private mutating func scan(_ text: String, as field: Field) {
    words.start(field)
    var text = text
    text.withUTF8 { scanner.scan($0, into: &words) }
  }
}
