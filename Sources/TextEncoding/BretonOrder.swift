/// The order of the Breton alphabet: A, B, CH, C’H, D and so on.
enum BretonOrder {
  /// The bytes of CH, and of C’H, in a sorting key: both come after every `c` and before `d`.
  private static let digraph = "c{"
  private static let trigraph = "c|"

  /// Returns a text as ``Slug`` does, what is one letter of Breton sorted as one.
  package static func key(of text: String) -> String {
    // Letters that no Breton text has carry the two through the folding.
    var marked = text.lowercased()
    for apostrophe in ["'", "’", "ʼ"] { marked.replace("c\(apostrophe)h", with: "ƈ") }
    marked.replace("ch", with: "ȼ")
    return Slug.make(from: marked)
      .replacing("ƈ", with: trigraph).replacing("ȼ", with: digraph)
  }

  /// Returns the letter of more than one sign that a key starts with.
  package static func letter(startOf key: String) -> String? {
    if key.hasPrefix(trigraph) { return "C’H" }
    return key.hasPrefix(digraph) ? "CH" : nil
  }
}
