import Theming

/// The names that templates may ask for, with their kinds and meanings.
///
/// What an object has no value for is none; a name that is not here is unknown. `docs/theme.md` is
/// written from here, and a test compares what pages are given with it.
struct TemplateNames: Sendable {
  /// What kind of value a name has.
  package enum Kind: Sendable {
    /// Plain text, escaped where it is shown.
    case text
    /// HTML, shown as it is.
    case markup
    /// Yes or no, for sections.
    case flag
    /// A whole number.
    case number
    /// Other names.
    case object(TemplateNames)
    /// Objects, in order.
    case list(TemplateNames)
    /// Objects, by keys that the files of the site declare.
    case keyed(TemplateNames)
    /// Texts, in order.
    case texts
    /// Whatever the files of the site declare.
    case declared
  }

  /// A name and its meaning.
  package struct Entry: Sendable {
    package let name: String
    package let kind: Kind
    /// What its value is, in a few words, as `docs/theme.md` says it.
    let meaning: String

    package init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  /// What objects with these names are, as « a card ».
  package let title: String
  package let entries: [Entry]
  /// Whether the files of a site add names of their own.
  let isOpen: Bool

  init(_ title: String, isOpen: Bool = false, _ entries: [Entry]) {
    self.title = title
    self.isOpen = isOpen
    self.entries = entries
  }

  /// The names as what objects know without a value.
  var defaults: TemplateObject.Defaults { TemplateObject.Defaults(entries.map(\.name)) }

  /// Returns the entry of a name.
  subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// Returns the same names and others.
  package func adding(_ title: String, _ more: [Entry]) -> TemplateNames {
    TemplateNames(title, isOpen: isOpen, entries + more)
  }
}
