import TextEncoding

/// Finds the front matter of a Markdown file, in the forms that generators of sites read.
///
/// It may come after byte order marks, empty lines and comments of HTML: Hugo, Zola and others read
/// over these. Its first line may name its language, as Eleventy has it (`---json`), or end in a comment;
/// spaces that nobody sees around the signs are none of them.
package struct FrontMatterScanner {
  /// How front matter is written.
  package enum Form: Sendable {
    /// Between two lines `---`.
    case yaml
    /// Between two lines `+++`.
    case toml
    /// An object between braces, at the start of a line or between two lines `---`.
    case json
    /// What an object holds, without its braces, between two lines `;;;`: Hexo.
    case members
  }

  /// Front matter, and where it stands.
  package struct Found {
    package let form: Form
    /// The bytes of its text.
    package let text: Range<Int>
    /// The line of the file on which its text starts, from 1.
    package let firstLine: Int
    /// The byte after its last line.
    package let end: Int
    /// The line of the file after its last.
    package let bodyFirstLine: Int

    /// Returns what it holds as a document of its form, and the line of the file on which that starts.
    package func document(in bytes: ArraySlice<UInt8>) -> (text: String, firstLine: Int) {
      let written = String(decoding: bytes[text], as: UTF8.self)
      return form == .members ? ("{\n" + written + "\n}", firstLine - 1) : (written, firstLine)
    }
  }

  /// What the start of a file is.
  package enum Result {
    case none
    case found(Found)
    /// Front matter that opens on a line and never ends.
    case unclosed(line: Int, Form)
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var line = 1

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Scans the start of a file.
  ///
  /// - Complexity: O(*n*) in the length of the file.
  package static func scan(_ bytes: ArraySlice<UInt8>) -> Result {
    var scanner = FrontMatterScanner(bytes)
    let isFirst = scanner.skipToContent()
    if let opening = Opening(scanner.currentLine) {
      return scanner.block(opening, isFirst: isFirst)
    }
    return scanner.currentLine.first == UInt8(ascii: "{") ? scanner.object() : .none
  }

  /// The line that opens front matter.
  private struct Opening {
    var form: Form
    var closing: [String]
    /// Whether it holds its signs alone; otherwise only a key on the next line shows that it opens front matter.
    var isBare = true
    var isIndented = false

    init?(_ line: ArraySlice<UInt8>) {
      let line = line.trimmedEnd
      let content = line.withoutUnseen
      closing = ["---", "..."]
      form = .yaml
      switch String(decoding: content.prefix(3), as: UTF8.self) {
      case "---":
        let label = String(decoding: content.dropFirst(3), as: UTF8.self).trimmed.lowercased()
        switch label {
        case "", "yaml", "yml": break
        case "toml": form = .toml
        case "json": form = .json
        case _ where label.hasPrefix("#") && content.dropFirst(3).first == 0x20: break
        default: return nil
        }
        isBare = label.isEmpty
      case "+++" where content.count == 3:
        form = .toml
        closing = ["+++"]
      case ";;;" where content.count == 3:
        form = .members
        closing = [";;;"]
        isBare = false
      default: return nil
      }
      isIndented = content.startIndex > line.startIndex
      if content.count < line.count { isBare = false }
    }
  }

  private var currentLine: ArraySlice<UInt8> {
    let rest = bytes[position...]
    return rest[..<(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex)]
  }

  private mutating func nextLine() {
    position = min(currentLine.endIndex + 1, bytes.endIndex)
    line += 1
  }

  /// Goes past empty lines and comments; returns whether there were none.
  private mutating func skipToContent() -> Bool {
    let start = position
    while position < bytes.endIndex {
      let content = currentLine.drop { $0 == 0x20 || $0 == 0x09 }
      if content.allSatisfy({ $0 <= 0x20 }) {
        nextLine()
      } else if content.starts(with: "<!--".utf8), skipComment() {
        continue
      } else {
        break
      }
    }
    return position == start
  }

  /// Goes past a comment that ends its last line; returns whether there is one.
  private mutating func skipComment() -> Bool {
    let (start, startLine) = (position, line)
    while position < bytes.endIndex {
      let content = currentLine.trimmedEnd
      nextLine()
      if content.count >= 3, content.suffix(3).elementsEqual("-->".utf8) { return true }
    }
    (position, line) = (start, startLine)
    return false
  }

  /// Reads the front matter between two lines of signs.
  ///
  /// - Parameter isFirst: Whether the file starts with it: further down, the first sign may be a rule,
  ///   and only a key tells.
  private mutating func block(_ opening: Opening, isFirst: Bool) -> Result {
    let openingLine = line
    nextLine()
    let (start, firstLine) = (position, line)
    let startsWithKey = startsWithKey(opening.form)
    // A text between two horizontal rules is no front matter either.
    let mayBeRule = currentLine.allSatisfy { $0 <= 0x20 }
    while position < bytes.endIndex {
      let content = currentLine
      let text = opening.isIndented ? content.withoutUnseen : content.withoutUnseenEnd
      nextLine()
      guard opening.closing.contains(where: { text.elementsEqual($0.utf8) }) else { continue }
      let range = start..<content.startIndex
      let isHeader = isFirst && opening.isBare && !mayBeRule
      guard isHeader || startsWithKey || isFirst && bytes[range].allSatisfy({ $0 <= 0x20 }) else {
        return .none
      }
      return .found(
        Found(
          form: opening.form, text: range, firstLine: firstLine, end: position,
          bodyFirstLine: line))
    }
    // A file of three hyphens is one that somebody has just begun.
    let isBegun = isFirst && opening.isBare && bytes[start...].allSatisfy { $0 <= 0x20 }
    return startsWithKey || isBegun ? .unclosed(line: openingLine, opening.form) : .none
  }

  /// Whether the first line that is not empty starts as a key does.
  private func startsWithKey(_ form: Form) -> Bool {
    var scanner = self
    while scanner.position < bytes.endIndex {
      let content = scanner.currentLine.drop { $0 == 0x20 || $0 == 0x09 }
      guard content.allSatisfy({ $0 <= 0x20 }) || content.first == UInt8(ascii: "#") else {
        if form == .json { return content.first == UInt8(ascii: "{") }
        if form == .members { return content.first == UInt8(ascii: "\"") }
        // A table of TOML may open it.
        if form == .toml, content.first == UInt8(ascii: "[") { return true }
        let sign = form == .toml ? UInt8(ascii: "=") : UInt8(ascii: ":")
        let key = content.prefix { $0 != sign }
        // « Texte : rien » is a sentence.
        return key.endIndex < content.endIndex && !key.isEmpty && key.count <= 80
          && (form == .toml || !key.contains(0x20))
      }
      scanner.nextLine()
    }
    return false
  }

  /// Reads an object of JSON, which is YAML as well; other text in braces is left to the body.
  private mutating func object() -> Result {
    let start = position
    var inside = bytes[(start + 1)...].drop { $0 <= 0x20 }
    guard inside.first == UInt8(ascii: "\"") else { return .none }
    let key = inside.dropFirst().drop { $0 != UInt8(ascii: "\"") }.dropFirst().drop { $0 == 0x20 }
    var (depth, isText, isEscaped) = (1, false, false)
    var lines = bytes[start..<inside.startIndex].count { $0 == UInt8(ascii: "\n") }
    while let byte = inside.popFirst() {
      if byte == UInt8(ascii: "\n") { lines += 1 }
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
      guard depth == 0 else { continue }
      let end = inside.startIndex
      position = end
      guard currentLine.allSatisfy({ $0 <= 0x20 }) else { return .none }
      let firstLine = line
      line += lines
      nextLine()
      return .found(
        Found(
          form: .json, text: start..<end, firstLine: firstLine, end: position,
          bodyFirstLine: line))
    }
    return key.first == UInt8(ascii: ":") ? .unclosed(line: line, .json) : .none
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without spaces, tabs and carriage returns at their end.
  var trimmedEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, [0x20, 0x09, 0x0D].contains(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }

  /// The bytes without spaces and signs that nobody sees at their end.
  fileprivate var withoutUnseenEnd: ArraySlice<UInt8> {
    var rest = trimmedEnd
    while rest.last ?? 0 >= 0x80,
      let sign = Self.unseen.first(where: { rest.suffix($0.count).elementsEqual($0) })
    {
      rest = rest.dropLast(sign.count).trimmedEnd
    }
    return rest
  }

  /// The bytes without up to three spaces, and signs that nobody sees, at either end.
  fileprivate var withoutUnseen: ArraySlice<UInt8> {
    var rest = withoutUnseenEnd
    rest = rest.dropFirst(rest.prefix(3).prefix { $0 == 0x20 }.count)
    while rest.first ?? 0 >= 0x80, let sign = Self.unseen.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(sign.count)
    }
    return rest
  }

  /// A no-break space, a space without width, a byte order mark.
  private static var unseen: [[UInt8]] {
    [[0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
  }
}
