import Diagnostics

/// What a view does with a field, which says of what kind it must be.
enum FieldUse {
  /// Its values are a closed list, in an order: terms or the steps of a scale.
  case steps
  /// Sheets share its values.
  case groups
  /// Sheets are found by its values, or by a number within its range.
  case filters
  /// It says when.
  case day
  /// Sheets are chosen by its values.
  case conditions
  /// Sheets are sorted by it.
  case order
  /// It is shown as it is.
  case anything

  func accepts(_ field: FieldDefinition) -> Bool {
    if self == .anything { return true }
    // A list of objects has no ends to lie between.
    if field.isList, !field.kind.fields.isEmpty { return false }
    switch self {
    case .conditions:
      return [.filters, .day, .conditions].contains(where: field.kind.serves)
    case .order: return field.kind.sortsSheets
    default: return field.kind.serves(self)
    }
  }

  var expectation: LocalizedText {
    switch self {
    case .steps: LocalizedText(fr: "un terme ou une échelle", en: "a term or a scale")
    case .groups:
      LocalizedText(
        fr: "un terme, une échelle, des étiquettes ou un texte", en: "a term, a scale, tags or text"
      )
    case .filters:
      LocalizedText(
        fr: "un terme, une échelle, des étiquettes, un texte, une durée ou un intervalle",
        en: "a term, a scale, tags, text, a duration or a range")
    case .day: LocalizedText(fr: "une date", en: "a date")
    case .conditions:
      LocalizedText(
        fr: "un terme, une échelle, des étiquettes, un texte, un nombre, une date, une durée, "
          + "un intervalle ou un oui-non",
        en: "a term, a scale, tags, text, a number, a date, a duration, a range or a yes-or-no")
    case .order:
      LocalizedText(
        fr: "un champ dont les valeurs se suivent : un texte, un nombre, une date, une échelle",
        en: "a field whose values follow each other: text, a number, a date, a scale")
    case .anything: LocalizedText(fr: "un champ du type", en: "a field of the type")
    }
  }
}

extension FieldKind {
  /// Whether one value of the kind comes before another.
  fileprivate var sortsSheets: Bool {
    switch rules {
    case is BooleanKind, is RecurrenceKind, is ViewKind: false
    case is ObjectKind: serves(.filters)
    default: true
    }
  }
}
