import TextEncoding

/// The lists of definitions that are being written.
struct DefinitionListState {
  var lists: [SyntaxNode] = []
  /// Whether each open item of them is a term.
  var terms: [Bool] = []
}
