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
    let all = batches.enumerated().flatMap { number, batch in
      batch.records.map { Page(batch: number, record: $0) }
    }
    // The addresses one after another: to compare them copies no page.
    var addresses: [UInt8] = []
    var starts = [0]
    for page in all {
      addresses += page.record.url.utf8
      starts.append(addresses.count)
    }
    let order = addresses.withUnsafeBytes { bytes in
      all.indices.sorted { left, right in
        let first = UnsafeRawBufferPointer(rebasing: bytes[starts[left]..<starts[left + 1]])
        let second = UnsafeRawBufferPointer(rebasing: bytes[starts[right]..<starts[right + 1]])
        if first.lexicographicallyPrecedes(second) { return true }
        guard first.elementsEqual(second) else { return false }
        return all[left].record.card.lexicographicallyPrecedes(all[right].record.card)
      }
    }
    pages = order.map { all[$0] }
  }
}
