internal import CCmarkGFM
import TextEncoding

/// What the parser asks of a ``DialectSyntax`` at one of its signs.
enum DialectMatch {
  typealias Function =
    @convention(c) (OpaquePointer?, OpaquePointer?, OpaquePointer?, UInt8, OpaquePointer?) ->
    OpaquePointer?

  /// The most bytes that a formula or a comment is looked for in.
  private static let maxLength = 2_000

  // MARK: Pairs

  /// Reads two signs that may start or end a stretch of text.
  ///
  /// A word does not start it: `C++`, `i++` and `a==b` are no marks.
  static func pair(_ sign: UInt8, _ parser: OpaquePointer?, of pair: Unicode.Scalar)
    -> OpaquePointer?
  {
    guard let parser, UInt32(sign) == pair.value else { return nil }
    let previous = byteBefore(parser)
    var (left, right, before, after): (CInt, CInt, CInt, CInt) = (0, 0, 0, 0)
    let count = cmark_inline_parser_scan_delimiters(
      parser, 100, sign, &left, &right, &before, &after)
    let node = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(node, String(repeating: Character(pair), count: Int(count)))
    let opens = left != 0 && !isWordByte(previous)
    if count == 2, opens || right != 0 {
      cmark_inline_parser_push_delimiter(parser, sign, opens ? 1 : 0, right, node)
    }
    return node
  }

  /// Makes a stretch of text of the nodes between two pairs of signs.
  static func join(
    _ opener: UnsafeMutablePointer<delimiter>?, _ closer: UnsafeMutablePointer<delimiter>?,
    of syntax: OpaquePointer?, _ parser: OpaquePointer?
  ) -> UnsafeMutablePointer<delimiter>? {
    guard let opener, let closer else { return nil }
    let following = closer.pointee.next
    let stretch = opener.pointee.inl_text
    let end = closer.pointee.inl_text
    if cmark_node_set_type(stretch, CMARK_NODE_EMPH) != 0 {
      cmark_node_set_syntax_extension(stretch, syntax)
      while let node = cmark_node_next(stretch), node != end {
        cmark_node_append_child(stretch, node)
      }
      cmark_node_free(end)
    }
    var inner: UnsafeMutablePointer<delimiter>? = closer
    while let here = inner, here != opener {
      inner = here.pointee.previous
      cmark_inline_parser_remove_delimiter(parser, here)
    }
    cmark_inline_parser_remove_delimiter(parser, opener)
    return following
  }

  // MARK: Leaves

  /// Reads `$a^2$` or `$$a^2$$`, its backslashes and stars as they are; not `5 $`.
  static func formula(_ syntax: OpaquePointer?, _ sign: UInt8, _ parser: OpaquePointer?)
    -> OpaquePointer?
  {
    let dollar = UInt8(ascii: "$")
    guard let parser, sign == dollar, !isWordByte(byteBefore(parser)) else { return nil }
    let start = cmark_inline_parser_get_offset(parser)
    let isDouble = peek(parser, start + 1) == dollar
    let first = start + (isDouble ? 2 : 1)
    guard isDouble || peek(parser, first) > 0x20 else { return nil }
    var end = first
    var previous: UInt8 = 0
    while end < first + CInt(maxLength) {
      let byte = peek(parser, end)
      if byte == 0 { return nil }
      if byte == dollar, previous != UInt8(ascii: "\\") { break }
      previous = byte
      end += 1
    }
    let after = end + (isDouble ? 2 : 1)
    guard end > first, peek(parser, end) == dollar, !isDouble || peek(parser, end + 1) == dollar,
      isDouble || previous > 0x20 && !isWordByte(peek(parser, after))
    else { return nil }
    var content = (first..<end).map { peek(parser, $0) }
    // GitHub and GitLab write « $`x`$ » as well.
    if content.count > 2, content.first == UInt8(ascii: "`"), content.last == UInt8(ascii: "`") {
      content = Array(content.dropFirst().dropLast())
    }
    let node = cmark_node_new(CMARK_NODE_CODE)
    cmark_node_set_literal(node, String(decoding: content, as: UTF8.self))
    cmark_node_set_syntax_extension(node, syntax)
    cmark_inline_parser_set_offset(parser, after)
    return node
  }

  /// Reads the name of a place, between two marks that the reader of dialects has put there.
  static func place(_ syntax: OpaquePointer?, _ sign: UInt8, _ parser: OpaquePointer?)
    -> OpaquePointer?
  {
    let mark = DialectReader.placeMark
    guard let parser, sign == mark else { return nil }
    let start = cmark_inline_parser_get_offset(parser) + 1
    var name: [UInt8] = []
    while name.count < 100, case let byte = peek(parser, start + CInt(name.count)), byte != mark {
      guard byte > 0x20 else { return nil }
      name.append(byte)
    }
    guard peek(parser, start + CInt(name.count)) == mark, !name.isEmpty else { return nil }
    let node = cmark_node_new(CMARK_NODE_CODE)
    cmark_node_set_literal(node, String(decoding: name, as: UTF8.self))
    cmark_node_set_syntax_extension(node, syntax)
    cmark_inline_parser_set_offset(parser, start + CInt(name.count) + 1)
    return node
  }

  /// Reads `:tada:` and `:white\_check\_mark:`; `\:tada:` is none, as its first colon is a text.
  static func emoji(_ sign: UInt8, _ parser: OpaquePointer?) -> OpaquePointer? {
    let colon = UInt8(ascii: ":")
    guard let parser, sign == colon else { return nil }
    var end = cmark_inline_parser_get_offset(parser) + 1
    var name: [UInt8] = []
    while name.count < EmojiNames.maxLength {
      // GitBook escapes the low lines between the words of a name.
      if EmojiNames.isEscape(peek(parser, end), before: peek(parser, end + 1)) { end += 1 }
      let byte = peek(parser, end)
      if byte == colon { break }
      guard EmojiNames.isNameByte(byte) else { return nil }
      name.append(byte)
      end += 1
    }
    guard !name.isEmpty, peek(parser, end) == colon,
      let emoji = EmojiNames.sign(named: Substring(String(decoding: name, as: UTF8.self)))
    else { return nil }
    return skip(to: end + 1, parser, writing: String(emoji))
  }

  /// Reads `%%…%%`, which shows nothing.
  static func comment(_ sign: UInt8, _ parser: OpaquePointer?) -> OpaquePointer? {
    guard let parser, sign == UInt8(ascii: "%") else { return nil }
    let start = cmark_inline_parser_get_offset(parser)
    guard peek(parser, start + 1) == sign, !isWordByte(byteBefore(parser)) else { return nil }
    var end = start + 2
    while end < start + CInt(maxLength) {
      let byte = peek(parser, end)
      if byte == 0 { return nil }
      if byte == sign, peek(parser, end + 1) == sign {
        return end > start + 2 ? skip(to: end + 2, parser) : nil
      }
      end += 1
    }
    return nil
  }

  /// Reads `{: .class }` right after a word, `{ width=300 }` right after an image, a link or code: the
  /// page has its own classes and widths.
  static func attributes(
    _ parent: OpaquePointer?, _ sign: UInt8, _ parser: OpaquePointer?
  ) -> OpaquePointer? {
    guard let parser, sign == UInt8(ascii: "{"), cmark_node_get_type(parent) != CMARK_NODE_HEADING
    else { return nil }
    let start = cmark_inline_parser_get_offset(parser)
    let previous = byteBefore(parser)
    let isMarked = peek(parser, start + 1) == UInt8(ascii: ":")
    guard
      isMarked
        ? previous > 0x20
        : endsSpan(previous, cmark_node_last_child(parent)) || endsEmphasis(parser, at: start)
    else { return nil }
    var inside: [UInt8] = []
    while inside.count < AttributeList.maxLength {
      let byte = peek(parser, start + 1 + CInt(inside.count))
      if byte == UInt8(ascii: "}") {
        guard AttributeList.isList(String(decoding: inside, as: UTF8.self)) else { return nil }
        return skip(to: start + 2 + CInt(inside.count), parser)
      }
      guard byte > 0x1F, byte != UInt8(ascii: "{") else { return nil }
      inside.append(byte)
    }
    return nil
  }

  private static func endsSpan(_ byte: UInt8, _ last: OpaquePointer?) -> Bool {
    // An icon by its name, `:material-pen:{ .large }`.
    if byte == UInt8(ascii: ":"), let last, cmark_node_get_type(last) == CMARK_NODE_TEXT {
      return true
    }
    guard let last,
      [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: ">")].contains(byte)
    else { return false }
    let type = cmark_node_get_type(last)
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE || type == CMARK_NODE_CODE
  }

  /// Whether signs of emphasis that may close it stand before a place, as in `__word__{ title="…" }`.
  private static func endsEmphasis(_ parser: OpaquePointer, at place: CInt) -> Bool {
    let sign = place > 0 ? peek(parser, place - 1) : 0
    guard sign == UInt8(ascii: "_") || sign == UInt8(ascii: "*") else { return false }
    var start = place - 1
    while start > 0, place - start < 4, peek(parser, start - 1) == sign { start -= 1 }
    let before = start > 0 ? peek(parser, start - 1) : 0x20
    return before > 0x20 && before != sign && before != UInt8(ascii: "\\")
  }

  // MARK: Bytes

  private static func skip(
    to offset: CInt, _ parser: OpaquePointer, writing text: String = ""
  ) -> OpaquePointer? {
    cmark_inline_parser_set_offset(parser, offset)
    let node = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(node, text)
    return node
  }

  /// The text ends with a zero, and holds no other.
  private static func peek(_ parser: OpaquePointer, _ offset: CInt) -> UInt8 {
    cmark_inline_parser_peek_at(parser, offset)
  }

  private static func byteBefore(_ parser: OpaquePointer) -> UInt8 {
    let offset = cmark_inline_parser_get_offset(parser)
    return offset > 0 ? peek(parser, offset - 1) : 0x20
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
