import TextEncoding

internal import CCmarkGFM

/// The inline syntax of other tools, as extensions of libcmark-gfm's parser.
///
/// Their nodes are of the parser's own types, and tell by their extension what they are: marked and
/// inserted text are emphasis, formulas are code, an emoji is a text, and what shows nothing an empty one.
///
/// The pointers are to objects that live as long as the process and never change once made.
struct DialectSyntax: @unchecked Sendable {
  static let shared = DialectSyntax()

  private let mark = Self.delimiting("archipel-mark", "=", { DialectMatch.pair($3, $4, of: "=") })
  private let insertion = Self.delimiting(
    "archipel-insertion", "+", { DialectMatch.pair($3, $4, of: "+") })
  private let math = Self.leaf("archipel-math", "$", { DialectMatch.formula($0, $3, $4) })
  private let comment = Self.leaf("archipel-comment", "%", { DialectMatch.comment($3, $4) })
  private let attributes = Self.leaf(
    "archipel-attributes", "{", { DialectMatch.attributes($2, $3, $4) })

  private let place = Self.leaf("archipel-place", "\u{3}", { DialectMatch.place($0, $3, $4) })
  private let emoji = Self.leaf("archipel-emoji", ":", { DialectMatch.emoji($3, $4) })

  /// Gives a parser the extensions whose signs a text holds.
  func attach(
    _ dialects: MarkdownOptions.Dialects, for text: UnsafeBufferPointer<UInt8>,
    to parser: OpaquePointer
  ) {
    for (dialect, sign, syntax) in [
      (MarkdownOptions.Dialects.marks, Character("="), mark), (.marks, "+", insertion),
      (.math, "$", math), (.comments, "%", comment), (.attributes, "{", attributes),
    ] where dialects.contains(dialect) && DialectSigns.has(sign, in: text) {
      if let syntax { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
    if dialects.contains(.attributes), DialectSigns.has("\u{3}", in: text), let place {
      cmark_parser_attach_syntax_extension(parser, place)
    }
    if dialects.contains(.emoji), EmojiNames.mayBe(in: text), let emoji {
      cmark_parser_attach_syntax_extension(parser, emoji)
    }
  }

  /// Returns what an emphasis or a code is, when another tool's syntax made it.
  func kind(of node: OpaquePointer) -> SyntaxKind? {
    guard let syntax = cmark_node_get_syntax_extension(node) else { return nil }
    return syntax == mark
      ? .mark
      : syntax == insertion ? .insertion : syntax == math ? .math : syntax == place ? .place : nil
  }

  // MARK: Making

  private static func leaf(
    _ name: String, _ sign: Character, _ match: @escaping DialectMatch.Function
  ) -> OpaquePointer? {
    guard let syntax = cmark_syntax_extension_new(name), let byte = sign.asciiValue else {
      return nil
    }
    let signs = cmark_llist_append(
      cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(byte)))
    cmark_syntax_extension_set_special_inline_chars(syntax, signs)
    cmark_syntax_extension_set_match_inline_func(syntax, match)
    return syntax
  }

  private static func delimiting(
    _ name: String, _ sign: Character, _ match: @escaping DialectMatch.Function
  ) -> OpaquePointer? {
    let syntax = leaf(name, sign, match)
    cmark_syntax_extension_set_inline_from_delim_func(syntax) { syntax, _, parser, opener, closer in
      DialectMatch.join(opener, closer, of: syntax, parser)
    }
    cmark_syntax_extension_set_emphasis(syntax, 1)
    return syntax
  }
}
