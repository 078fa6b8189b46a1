import ByteCoding

extension PostingList {
  /// Reads a list.
  /// - Parameter pages: How many pages the site has.
  static func read(
    _ list: ArraySlice<UInt8>, pages: Int
  ) throws(CorruptData) -> [PagePosting] {
    var reader = IndexNumberReader(list)
    var postings: [PagePosting] = []
    var page = -1
    while !reader.isAtEnd {
      let (step, detail) = try reader.next().quotientAndRemainder(dividingBy: 2)
      page += step + 1
      guard page < pages else { throw CorruptData() }
      let attributes = detail == 0 ? 1 : try reader.next()
      var posting = PagePosting(page: page, attributes: attributes)
      if posting.isInTitle { posting.title = try reader.next() }
      postings.append(posting)
    }
    return postings
  }

  /// Cuts the positions of a group by page.
  static func positions(
    _ bytes: ArraySlice<UInt8>, pages: Int
  ) throws(CorruptData) -> [ArraySlice<UInt8>] {
    var reader = IndexNumberReader(bytes)
    var runs: [ArraySlice<UInt8>] = []
    runs.reserveCapacity(pages)
    for _ in 0..<pages {
      let start = reader.place
      while try reader.next() & 1 == 0 {}
      runs.append(bytes[start..<reader.place])
    }
    guard reader.isAtEnd else { throw CorruptData() }
    return runs
  }
}
