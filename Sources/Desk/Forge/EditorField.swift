import Authoring
import ContentModel
import Formats
import SiteGraph
import Theming

/// The field of an editor of forges that takes what a field of a type takes.
///
/// Sources: <https://decapcms.org/docs/widgets/> and the declarations of Sveltia CMS.
struct EditorField {
  /// The words that tell writers what fields may hold.
  let guide: FieldHelp
  /// Where sheets of a type are found, by its id.
  let targets: [String: Target]

  /// The sheets that a field may name.
  struct Target {
    /// The name of their collection.
    let collection: String
    /// What comes before the name of a file in what sheets write: `methodes/`.
    let prefix: String
    /// The key of their title.
    let titleKey: String
  }

  private var language: String { guide.format.language }

  /// The field as the configuration has it.
  ///
  /// - Parameters:
  ///   - key: The spelling of its key.
  ///   - mayBeAbsent: Whether it is part of an object that a sheet may leave out: these editors check
  ///     the parts of an object that nobody fills in.
  func document(
    of field: FieldDefinition, key: String, mayBeAbsent: Bool = false
  ) -> JSONValue {
    let isRequired = field.isRequired && field.defaultValue == nil && !mayBeAbsent
    var members = [
      JSONMember("name", .string(key)), JSONMember("label", .string(text(field.label))),
      JSONMember("required", .bool(isRequired)),
    ]
    let hint = hint(of: field)
    if !hint.isEmpty { members.append(JSONMember("hint", .string(hint))) }
    let isAbsent = !isRequired && !field.holdsList
    return .object(members + (field.holdsList ? list(of: field) : control(of: field, isAbsent)))
  }

  // MARK: One value

  /// What a field of one value is shown with.
  ///
  /// - Parameter mayBeAbsent: Whether a sheet may go without the value.
  private func control(of field: FieldDefinition, _ mayBeAbsent: Bool) -> [JSONMember] {
    let kind = field.kind
    switch kind.control {
    case .line, .notation: return widget("string") + pattern(of: kind)
    case .markdown: return widget("text") + pattern(of: kind)
    case .number(let hasDecimals): return number(hasDecimals: hasDecimals) + limits(of: kind)
    case .yesNo: return widget("select") + [JSONMember("options", yesNo)]
    case .day: return day
    case .moment: return moment
    case .choice: return widget("select") + [JSONMember("options", choices(of: kind))]
    case .tag: return widget("string")
    case .address: return widget("string") + members(of: .address)
    case .picture: return widget("image")
    case .file: return widget("file")
    case .reference: return reference(to: kind)
    case .parts: return widget("object") + parts(of: kind, mayBeAbsent)
    case .source: return widget("hidden")
    }
  }

  private func widget(_ name: String) -> [JSONMember] { [JSONMember("widget", .string(name))] }

  private func number(hasDecimals: Bool) -> [JSONMember] {
    widget("number") + [JSONMember("value_type", hasDecimals ? "float" : "int")]
  }

  // Without a default, these editors take the present moment.
  private var day: [JSONMember] {
    widget("datetime") + [
      JSONMember("format", "YYYY-MM-DD"), JSONMember("date_format", "DD/MM/YYYY"),
      JSONMember("time_format", false), JSONMember("default", ""),
    ]
  }

  private var moment: [JSONMember] {
    widget("datetime") + [
      JSONMember("format", "YYYY-MM-DDTHH:mm"), JSONMember("date_format", "DD/MM/YYYY"),
      JSONMember("time_format", "HH:mm"), JSONMember("default", ""),
    ]
  }

  /// Yes and no as sheets write them: a switch would read the word « non » as yes.
  private var yesNo: JSONValue {
    [["label": "Oui", "value": "oui"], ["label": "Non", "value": "non"]]
  }

  private func reference(to kind: FieldKind) -> [JSONMember] {
    guard let types = kind.referenceTypes, types.count == 1, let target = targets[types[0]] else {
      return widget("string")
    }
    return widget("relation") + [
      JSONMember("collection", .string(target.collection)),
      JSONMember("value_field", .string(target.prefix + "{{slug}}")),
      JSONMember("search_fields", [.string(target.titleKey)]),
      JSONMember("display_fields", [.string(target.titleKey)]),
    ]
  }

  // MARK: Several values

  private func list(of field: FieldDefinition) -> [JSONMember] {
    let count =
      [("min", field.elementCount.min), ("max", field.elementCount.max)].compactMap { name, value in
        value.map { JSONMember(name, .integer($0)) }
      }
    let kind = field.kind
    let one = control(of: field, false)
    switch one.first?.value {
    case "select", "relation": return one + [JSONMember("multiple", true)] + count
    case "hidden": return one
    case "object":
      let names = kind.fields.first { $0.kind.control.name == "line" }.map(\.key)
      return widget("list") + count
        + (names.map { [JSONMember("summary", .string("{{fields.\($0)}}"))] } ?? [])
        + one.dropFirst()
    case "string" where kind.control.name == "tag": return widget("list") + count
    default:
      let element = [
        JSONMember("name", .string(field.key)), JSONMember("label", .string(text(field.label))),
      ]
      return widget("list") + count + [JSONMember("field", .object(element + one))]
    }
  }

  private func parts(of kind: FieldKind, _ mayBeAbsent: Bool) -> [JSONMember] {
    if case .keys(let keys, let required) = kind.schema {
      return [
        JSONMember(
          "fields",
          .array(
            keys.map { part($0, $1, isRequired: required.contains($0) && !mayBeAbsent) }))
      ]
    }
    return [
      JSONMember(
        "fields",
        .array(kind.fields.map { document(of: $0, key: $0.key, mayBeAbsent: mayBeAbsent) }))
    ]
  }

  /// A named value of a kind that has no definitions of its own.
  private func part(_ key: String, _ schema: FieldSchema, isRequired: Bool) -> JSONValue {
    let named = [JSONMember("name", .string(key)), JSONMember("label", .string(key))]
    let needed = [JSONMember("required", .bool(isRequired))]
    switch schema {
    case .choice(let texts):
      return .object(named + needed + widget("select") + [JSONMember("options", .strings(texts))])
    case .integer(let bounds):
      return .object(named + needed + number(hasDecimals: false) + Self.limits(bounds))
    case .matching: return .object(named + needed + day)
    case .list(.choice(let texts)):
      return .object(
        named + needed + widget("select")
          + [JSONMember("options", .strings(texts)), JSONMember("multiple", true)])
    case .list(let element):
      return .object(
        named + needed + widget("list")
          + [JSONMember("field", part(key, element, isRequired: true))])
    default: return .object(named + needed + widget("string"))
    }
  }

  // MARK: Words and limits

  private func text(_ label: Label) -> String { label.text(in: language) }

  /// What the field is for, what it may hold, and what it is when nothing is said.
  private func hint(of field: FieldDefinition) -> String {
    var sentences = field.help.map { [text($0)] } ?? []
    if saysMore(field) { sentences.append(guide.kind(of: field)) }
    if case .notation = field.kind.control,
      let example = field.kind.example(vocabularies: guide.vocabularies)
    {
      sentences.append(guide.kind(of: FieldDefinition("", field.kind)) + " (\(example))")
    }
    if let value = field.defaultValue {
      sentences.append(guide.format.words.text("champ_sinon") + " " + Self.written(value))
    }
    return sentences.map { sentence in
      let ending = sentence.last.map { ".…!?»".contains($0) } ?? true
      return sentence.prefix(1).uppercased() + sentence.dropFirst() + (ending ? "" : ".")
    }.joined(separator: " ")
  }

  /// Whether the control of a field leaves something to say of what it takes.
  private func saysMore(_ field: FieldDefinition) -> Bool {
    switch field.kind.control {
    case .notation: field.isList || field.kind.example(vocabularies: guide.vocabularies) == nil
    case .tag, .number, .day, .reference: true
    case .line, .markdown: field.isList || ![.text(), .markdown()].contains(field.kind)
    default: false
    }
  }

  private static func written(_ value: FieldValue) -> String {
    if case .boolean(let flag) = value { return flag ? "oui" : "non" }
    return value.string ?? ""
  }

  private func pattern(of kind: FieldKind) -> [JSONMember] {
    var length = Bounds<Int>()
    if case .characters(let bounds) = kind.limits { length = bounds }
    var expression: String?
    if case .text(_, let pattern) = kind.schema { expression = pattern }
    let limits = length == Bounds() ? nil : guide.kind(of: FieldDefinition("", kind))
    return EditorPattern(length: length, pattern: expression, limits: limits)
      .map(members) ?? []
  }

  private func members(of pattern: EditorPattern) -> [JSONMember] {
    [JSONMember("pattern", .strings([pattern.expression, pattern.message]))]
  }

  private func limits(of kind: FieldKind) -> [JSONMember] {
    switch kind.limits {
    case .integers(let bounds): Self.limits(bounds)
    case .numbers(let bounds):
      [("min", bounds.min), ("max", bounds.max)].compactMap { name, value in
        value.map { JSONMember(name, .number($0)) }
      }
    case .none, .characters, .days, .minutes: []
    }
  }

  private static func limits(_ bounds: Bounds<Int>) -> [JSONMember] {
    [("min", bounds.min), ("max", bounds.max)].compactMap { name, value in
      value.map { JSONMember(name, .integer($0)) }
    }
  }

  /// The terms of a vocabulary by what readers see, or the steps of a scale.
  private func choices(of kind: FieldKind) -> JSONValue {
    switch kind.steps {
    case nil: []
    case .terms(let name):
      .array(
        (guide.vocabularies[name]?.terms ?? []).map {
          ["label": .string(text($0.label)), "value": .string($0.id)]
        })
    case .scale(let range, let labels):
      .array(
        range.map { step in
          let place = step - range.lowerBound
          let name = labels.indices.contains(place) ? text(labels[place]) : ""
          return [
            "label": .string(name.isEmpty ? String(step) : "\(step) – \(name)"),
            "value": .integer(step),
          ]
        })
    }
  }
}
