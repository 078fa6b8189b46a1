/// What the interface says for one key, in one language.
enum Word: Sendable, Equatable {
  case text(String)
  /// A text for one and a text for several.
  case plural(one: String, other: String)
  /// Texts in order, as the months.
  case list([String])

  var templateValue: TemplateValue {
    switch self {
    case .text(let text): .text(text)
    case .plural(let one, let other): ["one": .text(one), "other": .text(other)]
    case .list(let texts): .list(texts.map(TemplateValue.text))
    }
  }
}
