/// A name in one or more languages.
public struct Label: Sendable, Hashable {
  /// The name by language, as BCP 47 tags.
  public let texts: [String: String]

  /// Creates a name from its versions.
  public init(_ texts: [String: String]) {
    self.texts = texts
  }

  /// Returns the name in a language, or else in French, or else in the first language by tag.
  public func text(in language: String) -> String {
    texts[language] ?? texts["fr"] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }
}
