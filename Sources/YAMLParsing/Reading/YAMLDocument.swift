/// Reads YAML 1.1, as libyaml knows it.
public enum YAMLDocument {
  /// The most lists and mappings inside each other.
  static let greatestDepth = 1_000

  /// Returns the root of a document; nil when the text holds none.
  ///
  /// Aliases are followed, so that a few lines may stand for any number of nodes: who walks over the
  /// result bounds how many.
  ///
  /// - Throws: ``YAMLError`` when the text is not YAML, or holds more than one document.
  /// - Complexity: O(*n*) in the length of the text.
  public static func parse(_ text: String) throws(YAMLError) -> YAMLNode? {
    do {
      return try read(text)
    } catch {
      guard let joined = SurrogatePairs.joined(in: text), let root = try? read(joined) else {
        throw error
      }
      return root
    }
  }

  private static func read(_ text: String) throws(YAMLError) -> YAMLNode? {
    guard let reader = YAMLEventReader(text) else {
      throw .unreadable(problem: "out of memory", offset: 0)
    }
    var composer = YAMLComposer(reader)
    return try composer.document()
  }
}
