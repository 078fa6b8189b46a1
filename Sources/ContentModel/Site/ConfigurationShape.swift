/// What a key of `archipel.yaml` may hold, for its schema and its row in the documentation.
package indirect enum ConfigurationShape: Sendable {
  /// A text.
  case text
  /// A text in which a regular expression is found.
  case matching(String)
  /// A text, or one text a language.
  case translated
  /// Yes or no.
  case flag
  /// A whole number.
  case integer(Bounds<Int>)
  /// One of some texts.
  case choice([String])
  /// The name of a theme; editors offer the built-in ones.
  case theme
  /// A list, or one value without its dash.
  case list(ConfigurationShape)
  /// A list of mappings, each with a dash.
  case entries([Part])
  /// One of two shapes.
  case either(ConfigurationShape, ConfigurationShape)
  /// Named values and no others.
  case keys([Part])

  /// A value inside another.
  package struct Part: Sendable {
    /// Every spelling of its key.
    package let names: [String]
    /// What it may hold.
    package let shape: ConfigurationShape
    /// What editors say of it, in French.
    package let help: String?

    init(_ names: String..., shape: ConfigurationShape, help: String? = nil) {
      self.names = names
      self.shape = shape
      self.help = help
    }
  }
}
