/// The pages of a group, as numbers.
///
/// For each page `2 × step + detail`, where `step` counts the pages passed over; with `detail` 1
/// follow `level + 4 × fields`, and for a title `length + 16 × form`. Without detail the word is in
/// the body alone, at level 1. A group on many pages is published with a space, then one bit a page
/// (six a byte), then the pages with detail, the best only.
enum PostingList {
  /// Pages with detail that a frequent word keeps.
  static let maxDetails = 2048

  /// Writes all there is to know.
  static func append(_ postings: [PagePosting], to output: inout [UInt8]) {
    var previous = -1
    for posting in postings {
      let step = (posting.page - previous - 1) * 2
      IndexNumber.append(posting.isPlain ? step : step + 1, to: &output)
      if !posting.isPlain { append(posting, to: &output) }
      previous = posting.page
    }
  }

  /// The form of a frequent word, when it is shorter than the list.
  ///
  /// - Parameters:
  ///   - list: The postings as a list.
  ///   - pages: How many pages the site has.
  static func bitmap(_ postings: [PagePosting], list: [UInt8], pages: Int) -> [UInt8]? {
    guard list.count > (pages + 5) / 6 else { return nil }
    var output = [UInt8(ascii: " ")]
    var bits = [Int](repeating: 0, count: (pages + 5) / 6)
    for posting in postings { bits[posting.page / 6] |= 1 << (posting.page % 6) }
    output.append(contentsOf: bits.map { IndexNumber.byte($0) })
    var previous = -1
    for posting in best(postings) {
      IndexNumber.append(posting.page - previous - 1, to: &output)
      append(posting, to: &output)
      previous = posting.page
    }
    return output.count < list.count ? output : nil
  }

  private static func append(_ posting: PagePosting, to output: inout [UInt8]) {
    IndexNumber.append(posting.attributes, to: &output)
    if posting.isInTitle { IndexNumber.append(posting.title, to: &output) }
  }

  /// The pages with detail; of too many, those where the word weighs most, in page order.
  private static func best(_ postings: [PagePosting]) -> [PagePosting] {
    let marked = postings.filter { !$0.isPlain }
    guard marked.count > maxDetails else { return marked }
    let best = marked.indices.sorted { left, right in
      let (first, second) = (marked[left].weight, marked[right].weight)
      return first != second ? first > second : left < right
    }
    return best.prefix(maxDetails).sorted().map { marked[$0] }
  }
}
