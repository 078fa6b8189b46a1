import TextEncoding

/// Headings as other tools write them.
extension DialectReader {
  /// Reads a heading between signs, `====== Title ======`: those of YesWiki and DokuWiki, whose first level has
  /// six of them.
  mutating func readWikiHeading(_ line: DialectLine) -> Bool {
    let sign = UInt8(ascii: "=")
    let content = line.content
    let count = content.prefix { $0 == sign }.count
    // Two on each side are a mark among words.
    guard dialects.contains(.admonitions), (3...6).contains(count) else { return false }
    var words = content.dropFirst(count)
    while let last = words.last, last <= 0x20 { words = words.dropLast() }
    let closing = words.reversed().prefix { $0 == sign }.count
    words = words.dropLast(closing)
    guard closing == count, let last = words.last(where: { $0 > 0x20 }), last != sign else {
      return false
    }
    separate()
    let signs = [UInt8](repeating: UInt8(ascii: "#"), count: 7 - count) + [0x20]
    write(Self.spaces(before: line) + signs + words.drop { $0 <= 0x20 }, from: line.start)
    separate()
    endParagraph()
    return true
  }

  /// Whether the line that starts a text may be a heading with marks of docsify.
  static func mayBeNamedHeading(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var index = text.startIndex
    while index < text.endIndex, text[index] != 0x0A, text[index] != 0x0D {
      switch text[index] {
      case UInt8(ascii: ":") where text[index...].starts(with: ":id=".utf8): return true
      case UInt8(ascii: "{") where text[index...].starts(with: "{docsify-".utf8): return true
      default: index += 1
      }
    }
    return false
  }

  /// Reads a heading whose id docsify has after its words: `## Title :id=name`.
  mutating func readNamedHeading(_ line: DialectLine) -> Bool {
    guard dialects.contains(.attributes),
      Self.mayBeNamedHeading(line.content),
      let heading = HeadingMarks.withoutDocsifyMarks(line.words)
    else { return false }
    let id = heading.id.map { " {#\($0)}" } ?? ""
    write(Self.spaces(before: line) + Array((heading.words + id).utf8), from: line.start)
    endParagraph()
    return true
  }

  private static func spaces(before line: DialectLine) -> [UInt8] {
    [UInt8](repeating: 0x20, count: min(line.indent, 60))
  }
}
