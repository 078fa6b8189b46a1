internal import CCmarkGFM

/// The extensions of libcmark-gfm and the node types they add, registered once in a process.
///
/// The pointers are to objects that live as long as the process and never change once registered.
struct SyntaxVocabulary: @unchecked Sendable {
  static let shared = SyntaxVocabulary()

  private let table: OpaquePointer?
  private let strikethrough: OpaquePointer?
  private let autolink: OpaquePointer?
  private let taskList: OpaquePointer?
  private let addedKinds: [(type: UInt32, kind: SyntaxKind)]

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    table = cmark_find_syntax_extension("table")
    strikethrough = cmark_find_syntax_extension("strikethrough")
    autolink = cmark_find_syntax_extension("autolink")
    taskList = cmark_find_syntax_extension("tasklist")
    addedKinds = Self.kinds(addedBy: [table, strikethrough].compactMap(\.self))
  }

  /// The headers installed by Debian do not declare the types that extensions add, which are
  /// numbered when they register: a document that has one of each tells them.
  private static func kinds(addedBy extensions: [OpaquePointer]) -> [(UInt32, SyntaxKind)] {
    let sample = "|~~a~~|\n|-|\n|b|\n"
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    for syntax in extensions { cmark_parser_attach_syntax_extension(parser, syntax) }
    cmark_parser_feed(parser, sample, sample.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(document) }
    var kinds: [(UInt32, SyntaxKind)] = []
    var node = cmark_node_first_child(document)
    for kind in [SyntaxKind.table, .tableRow, .tableCell, .strikethrough] {
      guard let found = node else { break }
      kinds.append((cmark_node_get_type(found).rawValue, kind))
      node = cmark_node_first_child(found)
    }
    return kinds
  }

  /// Gives a parser the extensions of a set.
  func attach(_ extensions: MarkdownOptions.Extensions, to parser: OpaquePointer) {
    for (option, syntax) in [
      (MarkdownOptions.Extensions.table, table), (.strikethrough, strikethrough),
      (.autolink, autolink), (.taskList, taskList),
    ] where extensions.contains(option) {
      if let syntax { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
  }

  /// Returns the kind of a node type that an extension added.
  func kind(ofAddedType type: UInt32) -> SyntaxKind {
    addedKinds.first { $0.type == type }?.kind ?? .unknown
  }

  /// Returns whether a list item has a check box.
  func isTask(_ node: SyntaxNode) -> Bool {
    guard let syntax = cmark_node_get_syntax_extension(node.pointer) else { return false }
    return syntax == taskList
  }
}
