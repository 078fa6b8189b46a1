/// Finds pieces of a text again, in their order.
struct SourceCursor {
  /// How far a search goes, so that a document of pieces that cannot be found stays linear.
  private static let searchWindow = 2_048

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineStarts: [Int]
  private var offset = 0
  private var end = 0

  /// - Parameter lineOffsets: Where the lines that the parser read come from, if they are others.
  init(_ bytes: UnsafeBufferPointer<UInt8>, lineOffsets: [Int]? = nil) {
    self.bytes = bytes
    lineStarts = lineOffsets ?? bytes.lineStarts
  }

  /// The character that the next search starts at.
  var place: Range<Int> { offset..<min(offset + 1, bytes.count) }

  /// Moves to a block: what is searched next stands in it.
  ///
  /// - Parameter goingBack: Whether the block may stand before what has been found, as notes do.
  mutating func enter(startLine: Int, endLine: Int, goingBack: Bool) {
    let start = start(ofLine: startLine)
    offset = goingBack ? start : max(offset, start)
    end = self.start(ofLine: max(startLine, endLine) + 1)
  }

  /// Returns where a piece stands, and moves behind it; nil when it is not there.
  mutating func find(_ piece: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let range = peek(piece) else { return nil }
    offset = range.upperBound
    return range.lowerBound
  }

  /// Returns where a piece stands; nil when it is not there.
  func peek(_ piece: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let limit = min(end, offset + Self.searchWindow + piece.count)
    guard let first = piece.first, limit - offset >= piece.count else { return nil }
    for start in offset...(limit - piece.count) where bytes[start] == first {
      if bytes[start..<start + piece.count].elementsEqual(piece) {
        return start..<start + piece.count
      }
    }
    return nil
  }

  private func start(ofLine line: Int) -> Int {
    if line < 1 { return 0 }
    return line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
  }
}
