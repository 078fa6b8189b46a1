/// The lines of a text in UTF-8, to turn byte offsets into positions and back.
///
/// A line ends as Markdown and YAML have it: with a line feed, a carriage return, or both.
public struct LineIndex: Sendable {
  /// How many bytes are counted again at most, however long their line.
  private static let stretch = 256

  private let bytes: [UInt8]
  private let starts: [Int]
  /// The number of scalars before each stretch of bytes.
  private let scalarCounts: [Int]

  /// Reads the line starts of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var scalarCounts: [Int] = []
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset.isMultiple(of: Self.stretch) { scalarCounts.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !Self.isFeed(bytes, offset + 1)
      {
        starts.append(offset + 1)
      }
    }
    if bytes.count.isMultiple(of: Self.stretch) { scalarCounts.append(scalars) }
    self.starts = starts
    self.scalarCounts = scalarCounts
  }

  private static func isFeed(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: "\n")
  }

  /// The number of lines, at least 1.
  public var count: Int { starts.count }

  /// Returns the position of a byte offset; an offset past the end counts as the end.
  public func position(atByte offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = scalarCount(before: offset) - scalarCount(before: starts[low])
    return SourcePosition(line: low + 1, column: column + 1)
  }

  /// Returns the text of a line without its end, or nil past the last line.
  public func text(ofLine line: Int) -> String? {
    guard let range = byteRange(ofLine: line) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Returns the bytes of a line without its end, or nil past the last line.
  public func byteRange(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Returns the number of scalars of a line, or nil past the last line.
  func scalarCount(ofLine line: Int) -> Int? {
    byteRange(ofLine: line).map {
      scalarCount(before: $0.upperBound) - scalarCount(before: $0.lowerBound)
    }
  }

  /// Returns scalars of a line by their rank from 0, or nil past the last line.
  func text(ofLine line: Int, scalars range: Range<Int>) -> String? {
    guard let lineRange = byteRange(ofLine: line) else { return nil }
    let first = scalarCount(before: lineRange.lowerBound)
    let start = min(byteOffset(ofScalar: first + range.lowerBound), lineRange.upperBound)
    let end = min(byteOffset(ofScalar: first + range.upperBound), lineRange.upperBound)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func scalarCount(before offset: Int) -> Int {
    let stretch = offset / Self.stretch
    return scalarCounts[stretch]
      + bytes[(stretch * Self.stretch)..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// Returns where a scalar of the text starts; the end of the text past the last one.
  private func byteOffset(ofScalar rank: Int) -> Int {
    var low = 0
    var high = scalarCounts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalarCounts[middle] <= rank { low = middle } else { high = middle }
    }
    var remaining = rank - scalarCounts[low]
    for offset in (low * Self.stretch)..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
      if remaining <= 0 { return offset }
      remaining -= 1
    }
    return bytes.count
  }
}
