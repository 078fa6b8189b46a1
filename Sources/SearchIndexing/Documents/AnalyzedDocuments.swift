/// The pages that one worker analysed, compact and ready to be indexed.
public struct AnalyzedDocuments: Sendable {
  let words: WordTable
  /// The streams of all pages, one after the other.
  let tokens: [UInt32]
  let records: [DocumentRecord]

  /// How many pages there are.
  public var count: Int { records.count }
}
