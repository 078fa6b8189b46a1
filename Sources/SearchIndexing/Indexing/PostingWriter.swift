/// Writes where a group occurs: its postings, and apart from them its positions.
struct PostingWriter {
  private let occurrences: Occurrences
  private let pages: Int
  private let lengthWeights: [Double]
  private var postings: [PagePosting] = []
  private var list: [UInt8] = []
  private var positions: [UInt8] = []

  init(_ occurrences: Occurrences) {
    self.occurrences = occurrences
    pages = occurrences.bodyLengths.count
    let length = BodyLength(occurrences.bodyLengths)
    lengthWeights = occurrences.bodyLengths.map { length.weight(of: $0) }
  }

  /// Writes a group.
  mutating func write(_ group: Int) -> WrittenGroup {
    postings.removeAll(keepingCapacity: true)
    list.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    occurrences.withGroup(group) { collect($0) }
    PostingList.append(postings, to: &list)
    let bitmap = PostingList.bitmap(postings, list: list, pages: pages)
    return WrittenGroup(
      pages: postings.count, isSubject: postings.contains { $0.attributes > 3 },
      postings: bitmap ?? list.exactCopy, list: bitmap == nil ? [] : list.exactCopy,
      positions: positions.exactCopy)
  }

  /// Reads the occurrences page by page.
  private mutating func collect(_ all: UnsafeBufferPointer<Occurrences.Occurrence>) {
    var start = 0
    while start < all.count {
      let page = all[start].page
      var end = start + 1
      while end < all.count, all[end].page == page { end += 1 }
      let here = UnsafeBufferPointer(rebasing: all[start..<end])
      postings.append(
        PagePosting(
          here, page: page, nameLengths: occurrences.nameLengths[page],
          weight: lengthWeights[page]))
      PagePosting.appendPositions(here, to: &positions)
      start = end
    }
  }
}
