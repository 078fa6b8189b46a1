/// A text of a document.
public struct YAMLScalar: Sendable, Hashable {
  /// How a text is written.
  public enum Style: Sendable, Hashable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|`
    case literal
    /// `>`
    case folded
  }

  /// The text, without its quotes.
  public let string: String
  /// How it is written.
  public let style: Style
  /// Where it starts.
  public let mark: YAMLMark

  /// Creates a text.
  public init(_ string: String, style: Style = .plain, mark: YAMLMark) {
    self.string = string
    self.style = style
    self.mark = mark
  }
}
