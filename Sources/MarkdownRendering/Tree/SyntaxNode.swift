internal import CCmarkGFM

/// A node of a ``SyntaxTree``, valid as long as its tree.
struct SyntaxNode: Equatable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  var kind: SyntaxKind {
    let type = cmark_node_get_type(pointer)
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_EMPH: return DialectSyntax.shared.kind(of: pointer) ?? .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_CODE: return DialectSyntax.shared.kind(of: pointer) ?? .code
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: return SyntaxVocabulary.shared.kind(ofAddedType: type.rawValue)
    }
  }

  // MARK: Around

  var firstChild: SyntaxNode? { cmark_node_first_child(pointer).map(SyntaxNode.init) }
  var lastChild: SyntaxNode? { cmark_node_last_child(pointer).map(SyntaxNode.init) }
  var next: SyntaxNode? { cmark_node_next(pointer).map(SyntaxNode.init) }
  var previous: SyntaxNode? { cmark_node_previous(pointer).map(SyntaxNode.init) }
  var parent: SyntaxNode? { cmark_node_parent(pointer).map(SyntaxNode.init) }

  // MARK: Content

  /// The text of a text, code or HTML node, the number of a note's call, the name of a note.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

  /// Whether a block of code is between fences.
  var isFencedCode: Bool {
    var (length, offset, sign): (CInt, CInt, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(pointer, &length, &offset, &sign) != 0
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isTask: Bool { SyntaxVocabulary.shared.isTask(self) }
  var isCheckedTask: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// The alignments of a table's columns: `l`, `c`, `r` or 0.
  var columnAlignments: UnsafeBufferPointer<UInt8> {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    return UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(pointer), count: count)
  }

  /// The line it starts at, from 1; right for blocks, sometimes too early for inlines.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The column it starts at, in bytes, from 1; right for blocks.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// The line it ends at, from 1; right for blocks.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  // MARK: Change

  /// Gives a text node another text.
  func replaceLiteral(with text: String) { _ = cmark_node_set_literal(pointer, text) }

  /// Gives a link another address.
  func replaceURL(with url: String) { _ = cmark_node_set_url(pointer, url) }

  /// Puts a text after the node.
  func insertAfter(text: String) {
    guard let node = cmark_node_new(CMARK_NODE_TEXT) else { return }
    _ = cmark_node_set_literal(node, text)
    if cmark_node_insert_after(pointer, node) == 0 { cmark_node_free(node) }
  }

  /// Takes the node out of its tree and frees it; it must not be used afterwards.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Self.length(of: text))
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var end = text
    while end.pointee != 0 { end += 1 }
    return end - text
  }
}
