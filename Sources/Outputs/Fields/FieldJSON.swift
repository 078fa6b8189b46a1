import ContentModel
import Formats
import SiteGraph

/// The values of a sheet as data for programs.
struct FieldJSON {
  package let commons: LinkedSite

  /// Returns the fields and relations of a sheet, in the order of its type.
  package func members(of index: Int) -> [JSONMember] {
    let sheet = commons.sheets[index]
    let fields = sheet.type.fields.compactMap { field in
      sheet.fields[field.key].map { JSONMember(field.key, json($0)) }
    }
    let original = commons.translations.original(of: index)
    let relations = commons.relations(of: original).map { group in
      JSONMember(group.name, .strings(group.targets.map { commons.sheets[$0].id }))
    }
    return fields + relations
  }

  /// Returns the values that the type maps to properties of schema.org.
  ///
  /// Of an object whose fields are mapped, those that are; schema.org does not know the others.
  func schemaProperties(of sheet: Sheet) -> [JSONMember] {
    sheet.type.fields.compactMap { field in
      guard let property = field.schemaProperty, let value = sheet.fields[field.key]?.translated
      else { return nil }
      return JSONMember(property, schema(value, field))
    }
  }

  private func schema(_ value: FieldValue, _ field: FieldDefinition) -> JSONValue {
    switch (value, field.kind) {
    case (.list(let elements), _):
      return .array(elements.map { schema($0, field) })
    case (.object(let values), .object(let nested)):
      let members = nested.compactMap { field -> JSONMember? in
        guard let property = field.schemaProperty else { return nil }
        return values[field.key].map { JSONMember(property, schema($0, field)) }
      }
      return members.isEmpty ? json(value) : .object(members)
    default:
      return json(value)
    }
  }

  /// Returns what a sheet says of the works that it draws on.
  package func credits(of sheet: Sheet) -> [Credit] {
    (sheet.fields["credits"]?.elements ?? []).compactMap { element in
      guard case .object(let values) = element else { return nil }
      func text(_ keys: String...) -> String? {
        keys.lazy.compactMap { values[$0]?.string }.first
      }
      return Credit(
        title: text("titre", "title"), author: text("auteur", "author"),
        source: text("source"), licence: text("licence", "license"),
        changes: text("modifications", "changes"))
    }
  }

  private func json(_ value: FieldValue) -> JSONValue {
    switch value {
    case .integer(let number), .scale(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let flag): .bool(flag)
    case .date(let date): .string(date.description)
    case .dateTime(let moment): .string(moment.description)
    case .recurrence(let recurrence): Self.json(recurrence)
    case .duration(let span): .string(Self.duration(span))
    case .range(let range):
      .object([JSONMember("min", .number(range.low)), JSONMember("max", .number(range.high))])
    case .reference(let written, let location):
      .string(commons.target(of: location).map { commons.sheets[$0].id } ?? written)
    case .object(let values):
      .object(values.sorted { $0.key < $1.key }.map { JSONMember($0.key, json($0.value)) })
    case .list(let elements): .array(elements.map(json))
    default: .string(value.string ?? "")
    }
  }

  private static func json(_ recurrence: Recurrence) -> JSONValue {
    var members = [
      JSONMember("frequence", .string(recurrence.frequency.rawValue)),
      JSONMember("intervalle", .integer(recurrence.interval)),
    ]
    if !recurrence.weekdays.isEmpty {
      // As ISO 8601 numbers the days of the week, from 1 for Monday.
      members.append(JSONMember("jours", .array(recurrence.weekdays.map(JSONValue.integer))))
    }
    if let rank = recurrence.rank { members.append(JSONMember("rang", .integer(rank))) }
    switch recurrence.end {
    case .after(let day): members.append(JSONMember("jusqu_au", .string(day.description)))
    case .count(let count): members.append(JSONMember("fois", .integer(count)))
    }
    if !recurrence.exceptions.isEmpty {
      members.append(JSONMember("sauf", .strings(recurrence.exceptions.map(\.description))))
    }
    return .object(members)
  }

  /// A duration as ISO 8601 writes it, `PT1H30M`; a range as its two ends with a solidus.
  private static func duration(_ span: TimeSpan) -> String {
    func text(_ minutes: Int) -> String {
      let (days, hours, rest) = (minutes / 1_440, minutes % 1_440 / 60, minutes % 60)
      let time = (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
      let whole = "P" + (days > 0 ? "\(days)D" : "") + (time.isEmpty ? "" : "T\(time)")
      return whole == "P" ? "PT0M" : whole
    }
    return span.low == span.high ? text(span.low) : text(span.low) + "/" + text(span.high)
  }
}
