/// Where a group occurs, as the engine reads it.
struct WrittenGroup {
  /// How many pages it is on.
  let pages: Int
  /// Whether it is in a title, a tag, a heading or a summary.
  let isSubject: Bool
  let postings: [UInt8]
  let positions: [UInt8]
}

/// Writes where a group occurs: its postings, and apart from them its positions.
///
/// Postings, as numbers: for each page `2 × step + detail`, where `step` counts the pages passed
/// over; with `detail` 1 follow `level + 4 × fields`, and for a title `length + 16 × form`. Without
/// detail the word is in the body alone, at level 1. A group on many pages starts with a space, then
/// has one bit a page (six a byte), then the pages with detail, the best only.
struct PostingWriter {
  /// Pages with detail that a frequent word keeps.
  static let mostDetails = 2048
  /// Occurrences in a page that phrases know of.
  static let mostPositions = 32

  private let occurrences: Occurrences
  private let pages: Int
  private let lengthWeights: [Double]
  private var details: [Detail] = []
  private var postings: [UInt8] = []
  private var positions: [UInt8] = []

  /// A page on which a group occurs.
  private struct Detail {
    var page: Int
    var attributes = 0
    var title = 0
    var isPlain: Bool { attributes == 1 }

    /// A rough weight, the title first.
    var weight: Int {
      let fields = attributes >> 2
      return (fields & 1) * 8 + (fields >> 1 & 1) * 4 + (fields >> 2 & 1) * 3
        + (fields >> 3 & 1) * 2 + (attributes & 3)
    }
  }

  init(_ occurrences: Occurrences) {
    self.occurrences = occurrences
    pages = occurrences.bodyLengths.count
    let total = occurrences.bodyLengths.reduce(0, +)
    let average = Double(max(1, total)) / Double(max(1, pages))
    lengthWeights = occurrences.bodyLengths.map { 1 / (0.5 + 0.5 * Double($0) / average) }
  }

  /// Writes a group.
  mutating func write(_ group: Int) -> WrittenGroup {
    details.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    occurrences.withGroup(group) { collect($0) }
    writeList()
    if postings.count > (pages + 5) / 6 {
      let bitmap = self.bitmap()
      if bitmap.count < postings.count { postings = bitmap }
    }
    return WrittenGroup(
      pages: details.count, isSubject: details.contains { $0.attributes > 3 },
      postings: postings.exactCopy, positions: positions.exactCopy)
  }

  /// Reads the occurrences page by page.
  private mutating func collect(_ all: UnsafeBufferPointer<Occurrences.Occurrence>) {
    var index = 0
    while index < all.count {
      let page = all[index].page
      let start = index
      var (fields, frequency, ordinal) = (0, 0, 0)
      while index < all.count, all[index].page == page {
        let occurrence = all[index]
        if occurrence.field == Int(Field.body.rawValue) {
          frequency += 1
        } else {
          if occurrence.field == 0, fields & 1 == 0 { ordinal = occurrence.ordinal }
          fields |= 1 << occurrence.field
        }
        index += 1
      }
      var detail = Detail(page: page)
      detail.attributes = level(frequency, page) + 4 * fields
      detail.title = min(15, occurrences.titleLengths[page]) + 16 * ordinal
      details.append(detail)
      appendPositions(UnsafeBufferPointer(rebasing: all[start..<index]))
    }
  }

  /// How much the body is about the word, 0 to 3, for its length.
  private func level(_ frequency: Int, _ page: Int) -> Int {
    if frequency == 0 { return 0 }
    let weight = Double(frequency) * lengthWeights[page]
    return weight < 1.7 ? 1 : weight < 3.6 ? 2 : 3
  }

  /// Appends `2 × step + last` for each position of a page.
  private mutating func appendPositions(
    _ occurrences: UnsafeBufferPointer<Occurrences.Occurrence>
  ) {
    let count = min(occurrences.count, PostingWriter.mostPositions)
    var previous = 0
    for index in 0..<count {
      let position = occurrences[index].position
      let step = (position - previous) * 2
      IndexNumber.append(index == count - 1 ? step + 1 : step, to: &positions)
      previous = position
    }
  }

  private mutating func writeList() {
    postings.removeAll(keepingCapacity: true)
    var previous = -1
    for detail in details {
      let step = (detail.page - previous - 1) * 2
      IndexNumber.append(detail.isPlain ? step : step + 1, to: &postings)
      if !detail.isPlain { PostingWriter.append(detail, to: &postings) }
      previous = detail.page
    }
  }

  private static func append(_ detail: Detail, to output: inout [UInt8]) {
    IndexNumber.append(detail.attributes, to: &output)
    if detail.attributes & 4 != 0 { IndexNumber.append(detail.title, to: &output) }
  }

  private func bitmap() -> [UInt8] {
    var output: [UInt8] = []
    output.append(UInt8(ascii: " "))
    var bits = [Int](repeating: 0, count: (pages + 5) / 6)
    for detail in details { bits[detail.page / 6] |= 1 << (detail.page % 6) }
    output.append(contentsOf: bits.map { IndexNumber.byte($0) })
    let kept = bestDetails()
    var previous = -1
    for detail in kept {
      IndexNumber.append(detail.page - previous - 1, to: &output)
      PostingWriter.append(detail, to: &output)
      previous = detail.page
    }
    return output
  }

  /// The pages with detail; of too many, those where the word weighs most, in page order.
  private func bestDetails() -> [Detail] {
    let marked = details.filter { !$0.isPlain }
    guard marked.count > PostingWriter.mostDetails else { return marked }
    let best = marked.indices.sorted { left, right in
      let (first, second) = (marked[left].weight, marked[right].weight)
      return first != second ? first > second : left < right
    }
    return best.prefix(PostingWriter.mostDetails).sorted().map { marked[$0] }
  }
}
