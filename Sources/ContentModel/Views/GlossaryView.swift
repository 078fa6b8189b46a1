import YAMLParsing

/// A page whose headings are words and whose text defines them.
///
/// The words are declared by the page alone: its list, and the links from other pages, come from the
/// same headings.
public struct GlossaryView: Sendable, Hashable {
  /// Other forms of a word, by the text of its heading.
  public let forms: [String: [String]]
  /// The texts of the headings that other pages do not link to.
  public let unlinked: Set<String>
}

extension ViewReader {
  mutating func glossary() -> GlossaryView? {
    var forms: [String: [String]] = [:]
    if let node = keys.node("formes"), var reader = keys.reader(of: node) {
      for (key, _) in reader.mapping {
        if let word = key.scalar?.string { forms[word] = reader.strings(word) }
      }
      for diagnostic in reader.diagnostics { keys.report(diagnostic) }
    }
    return GlossaryView(forms: forms, unlinked: Set(keys.strings("sans_lien")))
  }
}
