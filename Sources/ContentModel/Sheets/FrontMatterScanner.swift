/// Finds the front matter of a Markdown file, in the forms that generators of sites read.
///
/// It may come after a byte order mark, empty lines and comments of HTML: Hugo, Zola and others read
/// over these.
package struct FrontMatterScanner {
  /// How front matter is written.
  package enum Form: Sendable {
    /// Between two lines `---`.
    case yaml
    /// Between two lines `+++`.
    case toml
    /// An object between braces, at the start of a line.
    case json
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
  }

  /// What the start of a file is.
  package enum Result {
    case none
    case found(Found)
    /// Front matter that opens on a line and never ends.
    case unclosed(line: Int)
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
    let opening = scanner.currentLine
    if opening.trimmedEnd.elementsEqual("---".utf8) {
      return scanner.block(.yaml, closing: ["---", "..."], isFirst: isFirst)
    }
    if opening.trimmedEnd.elementsEqual("+++".utf8) {
      return scanner.block(.toml, closing: ["+++"], isFirst: isFirst)
    }
    return opening.first == UInt8(ascii: "{") ? scanner.object() : .none
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
  private mutating func block(_ form: Form, closing: [String], isFirst: Bool) -> Result {
    let openingLine = line
    nextLine()
    let (start, firstLine) = (position, line)
    let startsWithKey = startsWithKey(form)
    while position < bytes.endIndex {
      let content = currentLine
      let text = content.trimmedEnd
      nextLine()
      guard closing.contains(where: { text.elementsEqual($0.utf8) }) else { continue }
      guard isFirst || startsWithKey else { return .none }
      return .found(
        Found(
          form: form, text: start..<content.startIndex, firstLine: firstLine, end: position,
          bodyFirstLine: line))
    }
    // A file of three hyphens is one that somebody has just begun.
    let isBegun = isFirst && bytes[start...].allSatisfy { $0 <= 0x20 }
    return startsWithKey || isBegun ? .unclosed(line: openingLine) : .none
  }

  /// Whether the first line that is not empty starts as a key does.
  private func startsWithKey(_ form: Form) -> Bool {
    var scanner = self
    while scanner.position < bytes.endIndex {
      let content = scanner.currentLine.drop { $0 == 0x20 || $0 == 0x09 }
      guard content.allSatisfy({ $0 <= 0x20 }) || content.first == UInt8(ascii: "#") else {
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

  /// Reads an object of JSON, which is YAML as well; text in braces is none.
  private mutating func object() -> Result {
    let start = position
    var inside = bytes[(start + 1)...].drop { $0 <= 0x20 }
    guard inside.first == UInt8(ascii: "\"") else { return .none }
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
    return .none
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without spaces, tabs and carriage returns at their end.
  var trimmedEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, [0x20, 0x09, 0x0D].contains(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }
}
