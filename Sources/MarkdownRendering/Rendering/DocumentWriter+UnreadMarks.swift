import Diagnostics

/// Marks that are not read as such, for a space that is missing or one too many, and that the page would
/// show as they were typed.
extension DocumentWriter {
  /// Reports the marks that a text holds although nothing reads them.
  mutating func reportUnreadMarks(_ text: UnsafeBufferPointer<UInt8>, of node: SyntaxNode) {
    guard let first = text.first else { return }
    if Self.lineMarks.contains(first), node.startsLine, let mark = UnreadMark(startOf: node) {
      report(mark, at: 0, of: text, in: node)
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "*"),
        let mark = UnreadMark(at: index, of: text, in: node)
      {
        report(mark, at: index, of: text, in: node)
        // One mistake of a kind is enough to see the others.
        return
      }
      index += 1
    }
  }

  /// Reports a block of code that goes on to the end of what holds it.
  mutating func reportOpenFence(_ node: SyntaxNode) {
    guard options.additions, node.isFencedCode, !node.literal.isEmpty,
      !source.isFence(line: node.endLine) || node.endLine == node.startLine
    else { return }
    report(
      .openFence(at: source.location(line: node.startLine, column: node.startColumn)))
  }

  /// Reports a row of a table with more cells than there are columns, which leaves the last ones out.
  mutating func reportCellsTooMany(in row: SyntaxNode) {
    guard options.additions, !row.isHeaderRow else { return }
    let (columns, cells) = (tableAlignments.count, source.cellCount(ofLine: row.startLine))
    guard cells > columns else { return }
    report(
      .cellsTooMany(
        cells, columns: columns,
        at: source.location(line: row.startLine, column: row.startColumn)))
  }

  private mutating func report(
    _ mark: UnreadMark, at index: Int, of text: UnsafeBufferPointer<UInt8>, in node: SyntaxNode
  ) {
    // What was escaped is not there as it is shown.
    let needle = UnsafeBufferPointer(rebasing: text[index..<min(index + 12, text.count)])
    if let location = source.locationIfThere(of: needle, notBeforeLine: node.startLine) {
      report(.unreadMark(mark, at: location))
    }
  }

  /// The bytes that the marks of lines start with: `#`, `|`, `-`, and those of `•`, `·`, `▪` and of the
  /// bullets of symbol fonts.
  private static let lineMarks: [UInt8] = [0x23, 0x7C, 0x2D, 0xE2, 0xC2, 0xEF]
}

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
  /// `[text] (address)` or `(text)[address]`.
  case brackets
  /// `[^1]` without its note.
  case note(String)
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
      guard (2...6).contains(level), rest.first?.isLetter == true else { return nil }
      self = .heading
    case "|":
      guard node.previous == nil, next?.first == UInt8(ascii: "|") else { return nil }
      self = .table
    case "-":
      guard node.previous == nil, line.dropFirst().first?.isLetter == true,
        next?.first == UInt8(ascii: "-")
      else { return nil }
      self = .hyphen
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
      guard name.first == UInt8(ascii: "^"), name.count > 1, name.endIndex < text.endIndex,
        text[name.endIndex] == UInt8(ascii: "]")
      else { return nil }
      self = .note(String(decoding: text[index...name.endIndex], as: UTF8.self))
    default:
      if rest.starts(with: "({".utf8) {
        // A tag of another tool, which has a message of its own.
        return nil
      } else if rest.first == UInt8(ascii: "(") {
        self = .link
      } else if rest.elementsEqual(" (".utf8), node.next?.kind == .link {
        self = .brackets
      } else {
        return nil
      }
    }
  }

  private static func isBullet(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let text else { return false }
    let line = String(decoding: text.prefix(8), as: UTF8.self)
    return line.first.map { "•·▪‣◦\u{F0B7}\u{F0A7}".contains($0) } == true
      && line.dropFirst().first?.isWhitespace == true
  }
}

extension SyntaxNode {
  /// Whether a text is the first of a line of a paragraph.
  fileprivate var startsLine: Bool {
    guard parent?.kind == .paragraph else { return false }
    return previous.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
  }

  /// The text that starts the line after this one, when this text is the end of its own.
  fileprivate var textOfNextLine: UnsafeBufferPointer<UInt8>? {
    var node = next
    while let here = node, here.kind != .softBreak, here.kind != .lineBreak { node = here.next }
    return node?.next.flatMap { $0.kind == .text ? $0.literal : nil }
  }
}
