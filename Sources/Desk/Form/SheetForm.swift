package import Authoring
import Calendars
package import ContentModel
package import Formats
import SiteGraph
import Theming

/// What the desk shows of a type: its fields, in the order in which they are best filled in.
package struct SheetForm {
  private let type: ContentType
  private let guide: FieldHelp

  /// Creates the form of a type.
  ///
  /// - Parameter guide: The words that tell writers what fields may hold.
  package init(_ type: ContentType, guide: FieldHelp) {
    self.type = type
    self.guide = guide
  }

  /// Where a field stands in a form.
  package enum Section: String, Sendable, CaseIterable {
    /// The title, the summary, and what is required.
    case essential
    /// What the type has beside.
    case more
    /// Other sheets.
    case links
    /// What every sheet may have, and few need.
    case rare
  }

  /// The form as data: `{ type, label, description, draft, sections: [{ id, fields }] }`.
  package var document: JSONValue {
    let sections = sections
    return [
      "type": .string(type.id), "label": .string(label(type.label)),
      "description": .string(type.description.map(label) ?? ""),
      "draft": type.draftMarker.map { ["key": .string($0.key), "value": .string($0.value)] }
        ?? ["key": "draft", "value": "oui"],
      "sections": .array(
        Section.allCases.compactMap { section in
          sections[section].map { fields in
            [
              "id": .string(section.rawValue),
              "fields": .array(fields.map(description)),
            ]
          }
        }),
    ]
  }

  /// Every field of the type once, in the order of the form.
  var fields: [FieldDefinition] {
    let sections = sections
    return Section.allCases.flatMap { sections[$0] ?? [] }
  }

  private var sections: [Section: [FieldDefinition]] {
    let fields = type.allFields
    let core = Set(fields.map(\.key)).subtracting(own.map(\.key))
    var sections: [Section: [FieldDefinition]] = [:]
    for field in Self.first(in: fields, core: core) + own + fields.filter({ core.contains($0.key) })
    {
      let section = section(of: field, core: core)
      if sections[section]?.contains(where: { $0.key == field.key }) != true {
        sections[section, default: []].append(field)
      }
    }
    return sections
  }

  private var own: [FieldDefinition] { type.fields + type.relations.map(\.field) }

  /// The fields that every sheet starts with.
  private static func first(
    in fields: [FieldDefinition], core: Set<String>
  ) -> [FieldDefinition] {
    ["title", "summary"].compactMap { key in
      fields.first { $0.key == key && core.contains(key) }
    }
  }

  private func section(of field: FieldDefinition, core: Set<String>) -> Section {
    if core.contains(field.key) {
      return ["title", "summary"].contains(field.key)
        ? .essential : ["tags", "image", "image_alt"].contains(field.key) ? .more : .rare
    }
    if field.isRequired, field.defaultValue == nil { return .essential }
    if field.kind.referenceTypes != nil { return .links }
    return field.isShownOnSheets || !field.kind.fields.isEmpty ? .more : .rare
  }

  private func label(_ label: Label) -> String { label.text(in: guide.format.language) }

  /// A field as data; what it does not have is left out.
  private func description(of field: FieldDefinition) -> JSONValue {
    let kind = field.kind
    var members: [JSONMember] = [
      JSONMember("key", .string(field.key)),
      JSONMember("written", .string(FieldHelp.spelling(of: field))),
      JSONMember("label", .string(label(field.label))),
      JSONMember("control", .string(kind.control.name)),
      JSONMember("kind", .string(guide.kind(of: field))),
      JSONMember("list", .bool(field.holdsList)),
      JSONMember("required", .bool(field.isRequired && field.defaultValue == nil)),
    ]
    func add(_ key: String, _ value: JSONValue?) {
      if let value { members.append(JSONMember(key, value)) }
    }
    add("help", field.help.map { .string(label($0)) })
    add("least", field.elementCount.min.map { .integer($0) })
    add("most", field.elementCount.max.map { .integer($0) })
    add("otherwise", field.defaultValue.flatMap(text).map { .string($0) })
    add("example", kind.example(vocabularies: guide.vocabularies).map { .string($0) })
    if !kind.usual.isEmpty { add("usual", .choices(kind.usual)) }
    members += limits(of: kind)
    add("choices", choices(of: kind))
    add("types", kind.referenceTypes.map { .strings($0) })
    if !kind.fields.isEmpty { add("fields", .array(kind.fields.map(description))) }
    if case .keys(let keys, let required) = kind.schema {
      add("fields", .array(keys.map { part($0, $1, isRequired: required.contains($0)) }))
    }
    return .object(members)
  }

  /// A named value of a kind that has no definitions of its own.
  private func part(_ key: String, _ schema: FieldSchema, isRequired: Bool) -> JSONValue {
    let word = "partie_" + key
    let label = guide.format.words.text(word)
    var members: [JSONMember] = ["key", "written"].map { JSONMember($0, .string(key)) }
    members.append(JSONMember("label", .string(label == word ? key : label)))
    var schema = schema
    var isList = false
    if case .list(let element) = schema { (schema, isList) = (element, true) }
    switch schema {
    case .choice(let texts):
      members.append(JSONMember("control", "choice"))
      members.append(JSONMember("choices", .choices(texts.map { ($0, $0) })))
    case .integer(let bounds):
      members.append(JSONMember("control", "integer"))
      members += Self.bounds(bounds) { .integer($0) }
    case .matching: members.append(JSONMember("control", "day"))
    default: members.append(JSONMember("control", "line"))
    }
    members += [
      JSONMember("kind", ""), JSONMember("list", .bool(isList)),
      JSONMember("required", .bool(isRequired)),
    ]
    return .object(members)
  }

  private func limits(of kind: FieldKind) -> [JSONMember] {
    switch kind.limits {
    case .none, .minutes: []
    case .characters(let bounds): Self.bounds(bounds, "Length") { .integer($0) }
    case .integers(let bounds): Self.bounds(bounds) { .integer($0) }
    case .numbers(let bounds): Self.bounds(bounds) { .number($0) }
    case .days(let bounds): Self.bounds(bounds) { .string($0.description) }
    }
  }

  private static func bounds<Value>(
    _ bounds: Bounds<Value>, _ suffix: String = "", _ json: (Value) -> JSONValue
  ) -> [JSONMember] {
    [("min", bounds.min), ("max", bounds.max)].compactMap { name, value in
      value.map { JSONMember(name + suffix, json($0)) }
    }
  }

  /// The terms of a vocabulary or the steps of a scale, each with what it means.
  private func choices(of kind: FieldKind) -> JSONValue? {
    switch kind.steps {
    case nil: nil
    case .terms(let name):
      .array(
        (guide.vocabularies[name]?.terms ?? []).map { term in
          [
            "value": .string(term.id), "label": .string(label(term.label)),
            "help": .string(term.definition.map(label) ?? ""),
            "names": .strings(term.synonyms + term.label.texts.values.sorted()),
          ]
        })
    case .scale(let range, let labels):
      .array(
        range.map { step in
          let place = step - range.lowerBound
          let name = labels.indices.contains(place) ? label(labels[place]) : ""
          return [
            "value": .string(String(step)),
            "label": .string(name.isEmpty ? String(step) : "\(step) – \(name)"),
          ]
        })
    }
  }

  private func text(of value: FieldValue) -> String? {
    if case .boolean(let flag) = value { return flag ? "oui" : "non" }
    return value.string
  }
}
