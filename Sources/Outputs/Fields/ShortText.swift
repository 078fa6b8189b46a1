import ContentModel
import SiteGraph
import SiteLoading
import Theming

/// Writes values in a few words, for the cards of lists.
struct ShortText {
  let commons: SiteView
  let format: ValueFormat

  /// Returns a value; of an object with `min` and `max`, the range between them.
  func text(of value: FieldValue, _ field: FieldDefinition) -> TemplateValue {
    if case .list(let elements) = value {
      return HTMLText.joined(elements.map { text(of: $0, field) })
    }
    let shown = field.kind.shown(value)
    return label(of: shown).map(format.labelValue) ?? .text(plainText(of: shown))
  }

  /// The label of a value of a closed list.
  private func label(of value: ShownValue) -> Label? {
    if case .term(let id, let vocabulary) = value {
      return commons.vocabularies[vocabulary]?.term(named: id)?.label
    }
    guard case .step(let step, let range, let labels) = value else { return nil }
    let place = step - range.lowerBound
    return labels.indices.contains(place) ? labels[place] : nil
  }

  private func plainText(of value: ShownValue) -> String {
    switch value {
    case .words(let text), .markdown(let text, _), .original(let text, _), .link(let text),
      .picture(let text, _), .file(let text, _), .reference(let text, _):
      format.typeset(text)
    case .code(let text): text
    case .licence(let licence): licence.id
    case .integer(let number): format.integer(number)
    case .number(let number): format.number(number)
    case .range(let range): format.range(range)
    case .date(let date): format.date(date)
    case .dateTime(let moment): format.dateTime(moment)
    case .duration(let span): format.duration(span)
    case .step(let step, _, _): label(of: value).map(format.label) ?? format.integer(step)
    case .term(let id, _): label(of: value).map(format.label) ?? id
    case .object(let values, let fields): range(values, fields)
    // A card says neither how something comes back nor yes or no, which say nothing without the
    // question.
    case .boolean, .recurrence: ""
    }
  }

  private func range(_ values: [String: FieldValue], _ fields: [FieldDefinition]) -> String {
    let ends = ["min", "max"].compactMap { key -> String? in
      guard let field = fields.first(where: { $0.key == key }) else { return nil }
      return values[key].map { plainText(of: field.kind.shown($0)) }
    }
    guard let first = ends.first, let last = ends.last else { return "" }
    return first == last ? first : format.words.text("de_a", ["de": first, "a": last])
  }
}
