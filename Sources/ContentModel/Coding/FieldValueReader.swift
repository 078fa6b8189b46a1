import ByteCoding
import Calendars
import Diagnostics

/// Reads what ``FieldValueWriter`` wrote.
struct FieldValueReader {
  /// How many values may hold one another.
  private static let deepestValue = 64

  var bytes: ByteReader
  let path: String
  /// How many values hold the one that is read.
  private var depth = 0

  init(bytes: ByteReader, path: String) {
    self.bytes = bytes
    self.path = path
  }

  mutating func location() throws(CorruptData) -> SourceLocation {
    try bytes.location(in: path)
  }

  mutating func date() throws(CorruptData) -> CalendarDate? {
    let bits = try bytes.number()
    return CalendarDate(year: bits >> 9, month: bits >> 5 & 15, day: bits & 31)
  }

  mutating func texts() throws(CorruptData) -> [String] {
    let count = try bytes.count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try bytes.text()) }
    return texts
  }

  mutating func optionalText() throws(CorruptData) -> String? {
    try bytes.number() == 0 ? nil : bytes.text()
  }

  mutating func values() throws(CorruptData) -> [String: FieldValue] {
    let count = try bytes.count()
    var values = [String: FieldValue](minimumCapacity: count)
    for _ in 0..<count { values[try bytes.text()] = try value() }
    return values
  }

  mutating func locations() throws(CorruptData) -> [String: SourceLocation] {
    let count = try bytes.count()
    var locations = [String: SourceLocation](minimumCapacity: count)
    for _ in 0..<count { locations[try bytes.text()] = try location() }
    return locations
  }

  mutating func value() throws(CorruptData) -> FieldValue {
    guard depth < Self.deepestValue, let form = FieldValueForm(rawValue: try bytes.number())
    else { throw CorruptData() }
    depth += 1
    defer { depth -= 1 }
    switch form {
    case .text: return .text(try bytes.text())
    case .url: return .url(try bytes.text())
    case .term: return .term(try bytes.text())
    case .code: return .code(try bytes.text())
    case .licence:
      return .licence(try Self.known(Licence(id: try bytes.text())), try location())
    case .markdown: return .markdown(try bytes.text(), try location())
    case .file: return .file(try bytes.text(), try location())
    case .reference: return .reference(try bytes.text(), try location())
    case .dateTime: return .dateTime(try Self.known(DateTime(iso: try bytes.text())))
    case .integer: return .integer(try bytes.number())
    case .scale: return .scale(try bytes.number())
    case .boolean: return .boolean(try bytes.number() != 0)
    case .number: return .number(Double(bitPattern: try bytes.wideNumber()))
    case .range:
      let low = Double(bitPattern: try bytes.wideNumber())
      return .range(NumberRange(low: low, high: Double(bitPattern: try bytes.wideNumber())))
    case .duration: return .duration(TimeSpan(low: try bytes.number(), high: try bytes.number()))
    case .date: return .date(try Self.known(try date()))
    case .recurrence: return .recurrence(try recurrence())
    case .untranslated: return .untranslated(try value())
    case .object: return .object(try values())
    case .list:
      let count = try bytes.count()
      var elements: [FieldValue] = []
      elements.reserveCapacity(count)
      for _ in 0..<count { elements.append(try value()) }
      return .list(elements)
    }
  }

  private mutating func recurrence() throws(CorruptData) -> Recurrence {
    let frequency = try Self.known(Recurrence.Frequency(rawValue: try bytes.text()))
    let interval = try bytes.number()
    let weekdays = try bytes.list { reader throws(CorruptData) in try reader.number() }
    let rank = try bytes.optional { reader throws(CorruptData) in try reader.number() }
    let times = try bytes.number()
    let end: Recurrence.End = times == 0 ? .after(try Self.known(try date())) : .count(times)
    var exceptions: [CalendarDate] = []
    for _ in 0..<(try bytes.count()) { exceptions.append(try Self.known(try date())) }
    return Recurrence(
      frequency, interval: interval, weekdays: weekdays, rank: rank, end: end,
      exceptions: exceptions)
  }

  private static func known<Value>(_ value: Value?) throws(CorruptData) -> Value {
    guard let value else { throw CorruptData() }
    return value
  }
}
