/// The name of a template that a theme has: its path below `templates/` without the extension.
public struct TemplateName: Sendable, Hashable {
  /// The name, as `sheet`.
  public let text: String

  init(_ text: String) { self.text = text }
}
