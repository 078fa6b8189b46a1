import Diagnostics

/// A mark that nothing reads.
enum UnreadMark {
  /// `##Title`.
  case heading
  /// `• un`.
  case bullet(Character)
  /// `-un`, on several lines.
  case hyphen
  /// Lines of cells without the line of hyphens below the first.
  case table
  /// `[text](a path.md)`.
  case link
  /// `[text](path.md`.
  case openLink
  /// `[text](path.md “title”)`.
  case linkQuotes
  /// `[text][name]` without the definition of the name.
  case reference(String)
  /// `[text] (address)` or `(text)[address]`.
  case brackets
  /// `[^1]` without its note.
  case note(String)
  /// `[^a note]`.
  case noteName
  /// `** bold **`.
  case bold

  /// The most bytes that the name of a note is looked for in.
  private static let maxCall = 100

  /// Finds the mark that starts a line of a paragraph.
  init?(startOf node: SyntaxNode) {
    let line = String(decoding: node.literal, as: UTF8.self)
    guard let first = line.first else { return nil }
    let next = node.textOfNextLine
    switch first {
    case "#":
      let rest = line.drop { $0 == "#" }
      let level = line.count - rest.count
      guard (1...6).contains(level), rest.first?.isLetter == true,
        level > 1 || Self.isTitle(rest, of: node)
      else { return nil }
      self = .heading
    case "|":
      guard node.previous == nil, next?.first == UInt8(ascii: "|") else { return nil }
      self = .table
    case "-":
      guard node.previous == nil, line.dropFirst().first?.isLetter == true,
        next?.first == UInt8(ascii: "-")
      else { return nil }
      self = .hyphen
    case "–", "—":
      guard node.previous == nil, line.dropFirst().first?.isWhitespace == true,
        line.dropFirst(2).first?.isLowercase == true,
        next.map({ $0.starts(with: String(first).utf8) }) == true
      else { return nil }
      self = .bullet(first)
    default:
      guard node.previous == nil || !Self.isBullet(node.previous?.previous?.literal),
        Self.isBullet(node.literal)
      else { return nil }
      self = .bullet(first)
    }
  }

  /// Finds the mark at a place of a text.
  init?(at index: Int, of text: UnsafeBufferPointer<UInt8>, in node: SyntaxNode) {
    let rest = text[(index + 1)...]
    switch text[index] {
    case UInt8(ascii: "*"):
      guard rest.first == text[index], rest.dropFirst().first != text[index],
        index == 0 || text[index - 1] != text[index]
      else { return nil }
      self = .bold
    case UInt8(ascii: "["):
      if index > 0, text[index - 1] == UInt8(ascii: ")"), rest.starts(with: "http".utf8) {
        self = .brackets
        return
      }
      let name = rest.prefix(Self.maxCall).prefix { $0 != UInt8(ascii: "]") && $0 != 0x20 }
      if name.first == UInt8(ascii: "^"), name.count > 1, name.endIndex < text.endIndex,
        text[name.endIndex] == 0x20,
        let close = rest.prefix(Self.maxCall).firstIndex(of: UInt8(ascii: "]")),
        text[(close + 1)...].first != UInt8(ascii: ":")
      {
        self = .noteName
        return
      }
      guard name.first == UInt8(ascii: "^"), name.count > 1, name.endIndex < text.endIndex,
        text[name.endIndex] == UInt8(ascii: "]")
      else { return nil }
      self = .note(String(decoding: text[index...name.endIndex], as: UTF8.self))
    default:
      if rest.starts(with: "({".utf8) {
        // A tag of another tool, which has a message of its own.
        return nil
      } else if rest.first == UInt8(ascii: "(") {
        self = Self.link(text[(index + 2)...], in: node)
      } else if rest.first == UInt8(ascii: "["),
        let name = Self.reference(at: index, of: text)
      {
        self = .reference(name)
      } else if rest.elementsEqual(" (".utf8), node.next?.kind == .link {
        self = .brackets
      } else {
        return nil
      }
    }
  }

  /// Whether words behind one `#` are a title, and no label as « #lab ».
  private static func isTitle(_ words: Substring, of node: SyntaxNode) -> Bool {
    node.previous == nil && node.next == nil && words.first?.isUppercase == true
      && words.contains(" ") && !words.contains("#") && words.last?.isPunctuation == false
  }

  /// Returns what a link lacks, from what follows its `](`.
  private static func link(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, in node: SyntaxNode
  ) -> UnreadMark {
    let line = node.line(startingWith: rest)
    guard let end = line.firstIndex(of: ")") else { return .openLink }
    return line[..<end].contains { "“”«»„".contains($0) } ? .linkQuotes : .link
  }

  /// Returns the name in `[text][name]`, whose text stands in brackets before a place: no box of a task, no
  /// index, as in `a[i][j]`.
  private static func reference(
    at index: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let before = text[..<index].suffix(500)
    guard let open = before.lastIndex(of: UInt8(ascii: "[")), index - open > 2,
      open == 0 || !isOfWord(text[open - 1]) && text[open - 1] != UInt8(ascii: "["),
      text[open + 1] != UInt8(ascii: "^"),
      let close = text[(index + 2)...].prefix(200).firstIndex(of: UInt8(ascii: "]")),
      close > index + 2, text[index + 2] != UInt8(ascii: "^"), text[index + 2] != UInt8(ascii: "[")
    else { return nil }
    return String(decoding: text[(index + 2)..<close], as: UTF8.self)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")")
  }

  private static func isBullet(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let text else { return false }
    let line = String(decoding: text.prefix(8), as: UTF8.self)
    return line.first.map { "•·▪‣◦\u{F0B7}\u{F0A7}".contains($0) } == true
      && line.dropFirst().first?.isWhitespace == true
  }
}
