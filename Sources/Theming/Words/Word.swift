/// What the interface says for one key, in one language.
enum Word: Sendable, Equatable {
  case text(String)
  /// A text for one, one for several, and perhaps one for two, as Breton has it.
  case plural(one: String, two: String? = nil, other: String)
  /// Texts in order, as the months.
  case list([String])

  var templateValue: TemplateValue {
    switch self {
    case .text(let text): .text(text)
    case .plural(let one, _, let other): ["one": .text(one), "other": .text(other)]
    case .list(let texts): .list(texts.map(TemplateValue.text))
    }
  }
}
