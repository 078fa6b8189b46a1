/// A paragraph, a heading or a cell of a table, as somebody would read it aloud.
///
/// Code, addresses, raw HTML, images, marks of syntax and words in another language are there as
/// ``object`` bytes, so that nothing is looked for in them.
public struct ProsePassage: Sendable {
  /// The placeholder of something that is no prose.
  public static let object: UInt8 = 0x1A

  /// The text in UTF-8; a line end where the source has one.
  public internal(set) var text: [UInt8] = []
  /// The parts of the text that lead to another page.
  public internal(set) var links: [Range<Int>] = []
  /// Where parts of the text stand in the source, in order.
  var anchors: [(text: Int, source: Int)] = []

  /// Returns where a part of the text stands in the source, in bytes.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(of: range.lowerBound)
    return start..<max(start, sourceOffset(of: range.upperBound - 1) + 1)
  }

  private func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = anchors.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if anchors[middle].text <= offset { low = middle } else { high = middle }
    }
    guard anchors.indices.contains(low) else { return 0 }
    return anchors[low].source + max(0, offset - anchors[low].text)
  }

  /// Puts ``object`` in the place of a part of the text.
  mutating func hide(_ range: Range<Int>) {
    for index in range { text[index] = Self.object }
  }
}
