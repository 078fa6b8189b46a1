import Calendars
import Diagnostics
import YAMLParsing

/// How something comes back.
struct RecurrenceKind: FieldKindRules {
  static let name = "recurrence"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ node: YAMLNode, _ key: String, in reader: inout FieldReader) -> FieldValue? {
    reader.recurrence(node, key).map(FieldValue.recurrence)
  }

  func content(of value: FieldValue) -> Recurrence? {
    if case .recurrence(let recurrence) = value { recurrence } else { nil }
  }

  func shown(_ recurrence: Recurrence) -> ShownValue { .recurrence(recurrence) }
  func json(_ recurrence: Recurrence) -> JSONShape {
    var members: [(key: String, value: JSONShape)] = [
      ("frequence", .string(recurrence.frequency.rawValue)),
      ("intervalle", .integer(recurrence.interval)),
    ]
    if !recurrence.weekdays.isEmpty {
      // As ISO 8601 numbers the days of the week, from 1 for Monday.
      members.append(("jours", .list(recurrence.weekdays.map(JSONShape.integer))))
    }
    if let rank = recurrence.rank { members.append(("rang", .integer(rank))) }
    switch recurrence.end {
    case .after(let day): members.append(("jusqu_au", .string(day.description)))
    case .count(let count): members.append(("fois", .integer(count)))
    }
    if !recurrence.exceptions.isEmpty {
      members.append(("sauf", .list(recurrence.exceptions.map { .string($0.description) })))
    }
    return .object(members)
  }
  func texts(_ recurrence: Recurrence) -> [FieldText] { [] }
  func order(_ recurrence: Recurrence) -> FieldOrder { .none }
  func facet(_ recurrence: Recurrence) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }

  var control: FieldControl { .parts }
  var schema: FieldSchema {
    let day = FieldSchema.matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    return .keys(
      [
        ("frequence", .choice(Recurrence.Frequency.allCases.map(\.rawValue))),
        ("intervalle", .integer(Bounds(min: 1))),
        ("jours", .list(.choice(Recurrence.weekdayNames))), ("rang", .integer()),
        ("jusqu_au", day), ("fois", .integer(Bounds(min: 1))), ("sauf", .list(day)),
      ], required: ["frequence"])
  }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    "{ frequence: mensuelle, jours: [mardi], rang: 2, fois: 6 }"
  }
}

extension FieldKind {
  /// How something comes back.
  static let recurrence = FieldKind(RecurrenceKind())
}

extension FieldReader {
  /// Reads how an event comes back; nil when it cannot be, which is then reported.
  fileprivate mutating func recurrence(_ node: YAMLNode, _ key: String) -> Recurrence? {
    guard let mapping = node.mapping else {
      diagnostics.append(
        .expectedObject(
          key,
          keys: ["frequence", "intervalle", "jours", "rang", "jusqu_au", "fois", "sauf"],
          at: yaml.location(of: node.mark, length: node.writtenLength)))
      return nil
    }
    let problems = diagnostics.count
    var reader = MappingReader(mapping, in: yaml)
    let frequency = frequency(&reader)
    let interval = count("intervalle", Bounds(min: 1, max: 100), &reader)
    let weekdays = weekdays(&reader, frequency)
    let rank = rank(&reader, frequency, weekdays)
    let end = end(&reader)
    let exceptions = reader.strings("sauf").compactMap { day($0, "sauf", &reader) }
    reader.finish(into: &diagnostics)
    guard let frequency, let end, diagnostics.count == problems else { return nil }
    return Recurrence(
      frequency, interval: interval ?? 1, weekdays: weekdays, rank: rank, end: end,
      exceptions: exceptions)
  }

  private func frequency(_ reader: inout MappingReader) -> Recurrence.Frequency? {
    let names = Recurrence.Frequency.allCases.map(\.rawValue)
    guard let text = reader.string("frequence") else {
      reader.report(
        .recurrenceWithoutFrequency(known: names, at: reader.location(ofKey: "frequence")))
      return nil
    }
    if let frequency = Recurrence.Frequency(rawValue: text) { return frequency }
    reader.report(
      .unknownChoice(text, known: names, at: reader.valueLocation(ofKey: "frequence")))
    return nil
  }

  private func weekdays(
    _ reader: inout MappingReader, _ frequency: Recurrence.Frequency?
  ) -> [Int] {
    let location = reader.location(ofKey: "jours")
    let weekdays = reader.strings("jours").compactMap { text -> Int? in
      if let place = Recurrence.weekdayNames.firstIndex(of: text) { return place + 1 }
      reader.report(
        .unknownChoice(
          text, known: Recurrence.weekdayNames,
          at: reader.valueLocation(ofKey: "jours", element: text)))
      return nil
    }
    if !weekdays.isEmpty, frequency == .daily || frequency == .yearly {
      reader.report(.recurrenceDaysOutOfPlace(at: location))
    }
    return Set(weekdays).sorted()
  }

  private func rank(
    _ reader: inout MappingReader, _ frequency: Recurrence.Frequency?, _ weekdays: [Int]
  ) -> Int? {
    let location = reader.location(ofKey: "rang")
    guard let rank = reader.integer("rang") else { return nil }
    if frequency == .monthly, !weekdays.isEmpty, [1, 2, 3, 4, 5, -1].contains(rank) { return rank }
    reader.report(.recurrenceRankOutOfPlace(at: location))
    return nil
  }

  /// An event that comes back for ever is none: somebody has to look after it.
  private func end(_ reader: inout MappingReader) -> Recurrence.End? {
    let last = reader.string("jusqu_au")
    let count = count("fois", Bounds(min: 1, max: Recurrence.maxTimes), &reader)
    switch (last, count) {
    case (let last?, nil): return day(last, "jusqu_au", &reader).map(Recurrence.End.after)
    case (nil, let count?): return .count(count)
    case (_?, _?): reader.report(.recurrenceWithTwoEnds(at: reader.location(ofKey: "fois")))
    case (nil, nil):
      // A number that cannot be read has been reported already.
      guard reader.node("fois") == nil else { return nil }
      reader.report(.endlessRecurrence(at: reader.location(ofKey: "frequence")))
    }
    return nil
  }

  private func count(
    _ key: String, _ bounds: Bounds<Int>, _ reader: inout MappingReader
  ) -> Int? {
    guard let count = reader.integer(key) else { return nil }
    if bounds.contains(count) { return count }
    reader.report(.outOfBounds(String(count), bounds, at: reader.valueLocation(ofKey: key)))
    return nil
  }

  private func day(_ text: String, _ key: String, _ reader: inout MappingReader) -> CalendarDate? {
    if let day = CalendarDate(iso: text) { return day }
    reader.report(.unreadableDate(text, at: reader.valueLocation(ofKey: key, element: text)))
    return nil
  }
}
