import Calendars
import ContentModel
import Formats
import SiteGraph
import TextEncoding

/// What the type of a sheet declares in the words of schema.org.
///
/// No field is known by its name: the type maps each, and says of which class its values are.
struct SchemaProperties {
  let context: PageContext

  private var commons: SiteView { context.commons }
  private static let vocabulary = "https://schema.org/"

  /// Returns the properties of a sheet, in the order of its type.
  func members(of index: Int) -> [JSONMember] {
    let sheet = commons.sheets[index]
    let subject = Subject(
      sheet: sheet, index: index, original: commons.translations.original(of: index),
      language: commons.language(of: index))
    var members: [JSONMember] = []
    for field in sheet.type.fields + sheet.type.coreProvenance {
      guard let value = sheet.fields[field.key]?.translated else { continue }
      add(value, field, of: subject, to: &members)
    }
    addRelations(of: subject, to: &members)
    if commons.event(of: subject.original)?.isCancelled == true {
      members.append(JSONMember("eventStatus", .string(Self.vocabulary + "EventCancelled")))
    }
    for value in sheet.type.schemaValues {
      members.append(
        JSONMember(value.property, .string(value.value.text(in: subject.language))))
    }
    if let set = sheet.type.schemaSet, let folder = sheet.type.folder {
      let address = context.baseURL?.url(of: Address.encode(folder) + "/")
      let named = node(
        set.className, address, name: sheet.type.pluralLabel.text(in: subject.language))
      members += set.properties.map { JSONMember($0, named) }
    }
    return joined(members)
  }

  /// Joins the values of a property that several fields map to.
  private func joined(_ members: [JSONMember]) -> [JSONMember] {
    var places: [String: Int] = [:]
    var joined: [JSONMember] = []
    for member in members {
      guard let place = places[member.key] else {
        places[member.key] = joined.count
        joined.append(member)
        continue
      }
      let values = elements(joined[place].value) + elements(member.value)
      joined[place] = JSONMember(member.key, .array(values))
    }
    return joined
  }

  private func elements(_ value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { elements } else { [value] }
  }

  /// The sheet that something is said of.
  private struct Subject {
    let sheet: Sheet
    let index: Int
    /// The sheet that it translates, or itself.
    let original: Int
    let language: String
  }

  private func add(
    _ value: FieldValue, _ field: FieldDefinition, of subject: Subject,
    to members: inout [JSONMember]
  ) {
    guard let schema = field.schema else {
      // What an object holds that maps to nothing is said of the sheet itself.
      guard case .object(let values) = value else { return }
      for part in field.kind.fields {
        if let value = values[part.key] { add(value, part, of: subject, to: &members) }
      }
      return
    }
    var own = value
    if let otherwise = schema.otherwise {
      let (others, rest) = parted(value.elements) { element in
        guard case .object(let values) = element else { return false }
        return values[otherwise.member] == .boolean(false)
      }
      if !others.isEmpty {
        let other = json(.list(others), field, otherwise.className, of: subject)
        members.append(JSONMember(otherwise.property, other))
        if rest.isEmpty { return }
        own = .list(rest)
      }
    }
    let written = json(own, field, schema.className, of: subject)
    members += schema.properties.map { JSONMember($0, written) }
  }

  private func parted(
    _ values: [FieldValue], by isFirst: (FieldValue) -> Bool
  ) -> ([FieldValue], [FieldValue]) {
    (values.filter(isFirst), values.filter { !isFirst($0) })
  }

  private func json(
    _ value: FieldValue, _ field: FieldDefinition, _ className: String?, of subject: Subject
  ) -> JSONValue {
    switch value {
    case .list(let elements):
      return .array(elements.map { json($0, field, className, of: subject) })
    case .object(let values):
      var members: [JSONMember] = []
      for part in field.kind.fields {
        if let value = values[part.key] { add(value, part, of: subject, to: &members) }
      }
      if let source = field.roles.work?.source.flatMap({ values[$0]?.string }),
        source.hasPrefix("https://") || source.hasPrefix("http://"),
        !members.contains(where: { $0.key == "url" })
      {
        members.append(JSONMember("url", .string(source)))
      }
      if members.isEmpty { break }
      return .object((className.map { [JSONMember("@type", .string($0))] } ?? []) + members)
    case .markdown(let text, let location):
      return .string(context.words(ofMarkdown: text, at: location, in: subject.index))
    case .licence(let licence, _):
      return .string(licence.canonicalURL)
    case .dateTime(let moment):
      return .string(inZone(moment, of: subject))
    case .term(let id):
      guard let vocabulary = field.kind.vocabulary,
        let term = commons.vocabularies[vocabulary]?.term(named: id)
      else { break }
      return .string(
        term.schemaName.map { Self.vocabulary + $0 } ?? term.label.text(in: subject.language))
    case .reference(_, let location):
      guard let target = commons.target(of: location) else { break }
      return node(of: target, className, in: subject.language)
    default: break
    }
    return FieldJSON(commons: commons).json(field.kind.json(value))
  }

  /// A time of an event as clocks show it where it takes place, with their distance from UTC.
  private func inZone(_ moment: DateTime, of subject: Subject) -> String {
    guard !moment.isWholeDay, moment.offset == nil,
      let zone = commons.event(of: subject.original)?.zone
    else { return moment.description }
    let minutes = zone.offset(on: moment.date, minute: moment.minuteOfDay)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let distance = abs(minutes)
    return moment.description + (minutes < 0 ? "-" : "+") + two(distance / 60) + ":"
      + two(distance % 60)
  }

  private func addRelations(of subject: Subject, to members: inout [JSONMember]) {
    let mapped = subject.sheet.type.relations.filter { $0.field.schema != nil }
    guard !mapped.isEmpty else { return }
    let groups = commons.relations(of: subject.original)
    for relation in mapped {
      guard let schema = relation.field.schema,
        let group = groups.first(where: { $0.name == relation.field.key })
      else { continue }
      let nodes = group.targets.map { node(of: $0, schema.className, in: subject.language) }
      let value = nodes.count == 1 ? nodes[0] : .array(nodes)
      if !nodes.isEmpty { members += schema.properties.map { JSONMember($0, value) } }
    }
  }

  /// Another sheet, in the language of the one that names it.
  private func node(of target: Int, _ className: String?, in language: String) -> JSONValue {
    let version = commons.translations.version(of: target, in: language)
    return node(
      className ?? commons.sheets[version].type.schemaClasses.first,
      context.baseURL?.url(of: commons.addresses[version]), name: context.titles[version])
  }

  private func node(_ className: String?, _ address: String?, name: String) -> JSONValue {
    var members: [JSONMember] = []
    if let className { members.append(JSONMember("@type", .string(className))) }
    if let address {
      members.append(JSONMember("@id", .string(address)))
      members.append(JSONMember("url", .string(address)))
    }
    return .object(members + [JSONMember("name", .string(name))])
  }
}
