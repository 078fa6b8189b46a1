/// The pages that one worker analysed, compact and ready to be indexed.
public struct AnalyzedDocuments: Sendable {
  let words: WordTable
  let records: [DocumentRecord]

  /// How many pages there are.
  public var count: Int { records.count }
}
