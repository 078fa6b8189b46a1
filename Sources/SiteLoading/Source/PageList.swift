import ContentModel
import TextEncoding

/// Tells a list of pages, as GitBook and mdBook have it in `SUMMARY.md`, from a page of the same name.
enum PageList {
  /// The longest list that is looked at, in bytes.
  static let maxBytes = 1 << 20

  /// Whether a text is nothing but headings, rules, and items that are links or hold items which are.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func isList(_ bytes: [UInt8]) -> Bool {
    guard let text = IncludableText(bytes, isSheet: true) else { return false }
    var hasLink = false
    // An item without a link, as the name of a group, and how far it is indented.
    var group: Int?
    for line in text.bytes[text.bodyStart...].split(whereSeparator: { [0x0A, 0x0D].contains($0) }) {
      let content = withoutEnd(line.drop { $0 == 0x20 || $0 == 0x09 })
      if content.isEmpty || content.first == UInt8(ascii: "#") || isRule(content) { continue }
      let indent = content.startIndex - line.startIndex
      if let open = group, indent <= open { return false }
      group = nil
      if isLink(withoutBullet(content)) {
        hasLink = true
      } else if isLink(content) || content.starts(with: "<!--".utf8) {
        continue
      } else if withoutBullet(content).count < content.count {
        group = indent
      } else {
        return false
      }
    }
    return hasLink && group == nil
  }

  private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line[..<(line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.startIndex)]
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && "-*_".utf8.contains(line.first ?? 0) && line.allSatisfy { $0 == line.first }
  }

  private static func withoutBullet(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let number = line.drop { (0x30...0x39).contains($0) }
    let mark = number.first ?? 0
    let isItem = number.count == line.count ? "-*+".utf8.contains(mark) : ".)".utf8.contains(mark)
    guard isItem, number.dropFirst().first.map({ $0 == 0x20 || $0 == 0x09 }) ?? false else {
      return line
    }
    return number.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether a line is one link alone.
  private static func isLink(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "[") && line.last == UInt8(ascii: ")")
      && line.firstRange(of: "](".utf8) != nil
  }
}
