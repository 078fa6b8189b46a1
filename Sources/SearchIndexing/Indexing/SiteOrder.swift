/// The pages of all workers in the order of their addresses, whoever analysed them.
///
/// Pages that are found together often have addresses that start alike: their results are then in
/// the same blocks. A page added elsewhere moves few of them.
struct SiteOrder {
  /// A page: its worker's batch and its place there.
  struct Page {
    let batch: Int
    let record: DocumentRecord
  }

  let pages: [Page]

  init(_ batches: [AnalyzedDocuments]) {
    pages =
      batches.enumerated().flatMap { number, batch in
        batch.records.map { Page(batch: number, record: $0) }
      }
      .sorted { left, right in
        let (first, second) = (left.record, right.record)
        if first.url != second.url {
          return first.url.utf8.lexicographicallyPrecedes(second.url.utf8)
        }
        return first.card.lexicographicallyPrecedes(second.card)
      }
  }
}
