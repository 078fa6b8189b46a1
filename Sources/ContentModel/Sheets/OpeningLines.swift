import TextEncoding

/// The first lines of a text, where a header may stand, without the spaces around them.
///
/// Each is read when it is asked for: most texts need one alone to tell that they have no header.
struct OpeningLines {
  /// How many lines are read.
  private static let maxCount = 60
  /// How many bytes are read.
  private static let maxLength = 8_192

  private var rest: ArraySlice<UInt8>?
  /// How many lines have been read.
  private(set) var count = 0

  init(of text: ArraySlice<UInt8>) { rest = text.prefix(Self.maxLength) }

  /// Reads a line; nil after the last.
  mutating func next() -> String? {
    guard let text = rest, count < Self.maxCount else { return nil }
    let end = text.firstIndex(of: UInt8(ascii: "\n"))
    rest = end.map { text[($0 + 1)...] }
    count += 1
    return String(decoding: text[..<(end ?? text.endIndex)], as: UTF8.self).trimmed
  }

  /// Skips empty lines and reads the next one; nil when all that follow are empty.
  mutating func nextWithText() -> String? {
    while let line = next() {
      if !line.isEmpty { return line }
    }
    return nil
  }
}
