/// A tag as it stands in the text of a template.
struct TemplateTag: Equatable {
  enum Kind: Equatable {
    /// `{{name}}`, `{{{name}}}` or `{{&name}}`.
    case variable
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case invertedSection
    /// `{{>name}}`
    case partial
    /// `{{<name}}`
    case parent
    /// `{{$name}}`
    case block
    /// `{{/name}}`
    case close
    /// `{{! … }}`
    case comment
  }

  let kind: Kind
  let name: String
  /// The bytes of the tag, braces included.
  let range: Range<Int>

  /// Whether a closing tag must follow.
  var opens: Bool {
    switch kind {
    case .section, .invertedSection, .parent, .block: true
    case .variable, .partial, .close, .comment: false
    }
  }

  /// Asks for the place in a list, from 0.
  static let placeName = "index()"

  /// Whether it asks for the place in a list.
  var asksForPlace: Bool { kind == .variable && name == Self.placeName }
}
