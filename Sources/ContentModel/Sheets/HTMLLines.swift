/// Lines of HTML in Markdown, read as far as their title is looked for.
enum HTMLLines {
  /// The elements that start a block of HTML, which goes on to an empty line (CommonMark, 4.6).
  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  /// Whether a line in lower case starts a block.
  static func startsBlock(_ lower: [UInt8]) -> Bool {
    var rest = lower.dropFirst()
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let name = rest.prefix(while: isNameByte)
    guard !name.isEmpty, blocks.contains(String(decoding: name, as: UTF8.self)) else {
      return false
    }
    return rest.dropFirst(name.count).first.map { $0 <= 0x20 || ">/".utf8.contains($0) } ?? true
  }

  /// Whether a line is a single tag, which starts a block as well.
  static func isOneTag(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.dropFirst().first == UInt8(ascii: "/") ? line.dropFirst(2) : line.dropFirst()
    return name.first.map { (0x61...0x7A).contains($0 | 0x20) } == true
      && line.firstIndex(of: UInt8(ascii: ">")) == line.endIndex - 1
      && !line.contains(UInt8(ascii: ":"))
  }

  /// Whether HTML holds words outside of its tags.
  static func holdsWords(_ html: ArraySlice<UInt8>) -> Bool {
    var isInsideTag = false
    for byte in html {
      if byte == UInt8(ascii: "<") {
        isInsideTag = true
      } else if byte == UInt8(ascii: ">") {
        isInsideTag = false
      } else if !isInsideTag, byte > 0x20 {
        return true
      }
    }
    return false
  }

  /// Returns the words of the first heading of level 1, and where it stands.
  static func title(
    in html: ArraySlice<UInt8>
  ) -> (words: ArraySlice<UInt8>, range: Range<Int>)? {
    var index = html.startIndex
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      guard isTag("h1", at: index, of: html),
        let start = html[index...].firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      var next = start + 1
      while let close = html[next...].firstIndex(of: UInt8(ascii: "<")) {
        next = close + 1
        guard html[next...].first == UInt8(ascii: "/"), isTag("h1", at: next + 1, of: html) else {
          continue
        }
        let end = html[close...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.endIndex
        return (html[(start + 1)..<close], open..<end)
      }
      return nil
    }
    return nil
  }

  private static func isTag(_ name: String, at index: Int, of html: ArraySlice<UInt8>) -> Bool {
    let written = html[index...].prefix(name.utf8.count)
    return written.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } == Array(name.utf8)
      && html[written.endIndex...].first.map { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? false
  }

  /// Whether a line holds images, links and tags alone, with signs between them.
  static func isOfLinks(_ line: ArraySlice<UInt8>) -> Bool {
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "<"):
        guard let end = line[index...].firstIndex(of: UInt8(ascii: ">")) else { return false }
        index = end + 1
      case UInt8(ascii: "["):
        guard let end = endOfLink(in: line, from: index) else { return false }
        index = end
      // The two bytes of « · » as well.
      case let byte
      where byte <= 0x20 || "!|-/*,.".utf8.contains(byte) || [0xC2, 0xB7].contains(byte):
        index += 1
      default: return false
      }
    }
    return true
  }

  /// Returns the place after `[text](address)`, `[text][name]` or `[[page]]`, and attributes in braces.
  private static func endOfLink(in line: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard var end = closing(UInt8(ascii: "]"), in: line, from: start) else { return nil }
    var isLink = line[start + 1] == UInt8(ascii: "[") && line[end - 2] == UInt8(ascii: "]")
    for (open, close) in ["()", "[]", "{}"].map({ ($0.utf8.first, $0.utf8.last) }) {
      guard let close, end < line.endIndex, line[end] == open,
        let next = closing(close, in: line, from: end)
      else { continue }
      end = next
      isLink = true
    }
    return isLink ? end : nil
  }

  /// Returns the place after the sign that closes what opens at a place.
  private static func closing(
    _ close: UInt8, in line: ArraySlice<UInt8>, from start: Int
  ) -> Int? {
    let open = line[start]
    var depth = 0
    var index = start
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index += 1
      } else if line[index] == open {
        depth += 1
      } else if line[index] == close {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }
}
