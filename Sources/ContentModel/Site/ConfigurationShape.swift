package import Diagnostics

/// What a key of `archipel.yaml` may hold, for its schema, its form and its row in the documentation.
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
  /// A licence; editors and forms offer the usual ones.
  case licence
  /// A list, or one value without its dash.
  case list(ConfigurationShape)
  /// A list of mappings, each with a dash.
  case entries([Part])
  /// A colour, as `"#0b4257"`, or one by day and one by night.
  case colour
  /// The id of a sheet or of a folder.
  case sheet
  /// A picture, by its path from the content folder.
  case picture
  /// Values by whatever names the site gives them.
  case free
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
    /// What a form calls it; its key when nil.
    package let label: LocalizedText?
    /// Whether a form shows it; a form keeps what it does not show as it is.
    package let isInForms: Bool

    init(
      _ names: String..., shape: ConfigurationShape, help: String? = nil,
      label: LocalizedText? = nil, isInForms: Bool = true
    ) {
      self.names = names
      self.shape = shape
      self.help = help
      self.label = label
      self.isInForms = isInForms
    }
  }

  /// The parts of a colour that is not the same by day and by night.
  package static let colourParts: [Part] = [
    Part("day", "jour", shape: hue, label: LocalizedText(fr: "Le jour", en: "By day")),
    Part("night", "nuit", shape: hue, label: LocalizedText(fr: "La nuit", en: "By night")),
  ]
  /// A colour alone.
  package static let hue = ConfigurationShape.matching("^#([0-9a-fA-F]{3}){1,2}$")
}
