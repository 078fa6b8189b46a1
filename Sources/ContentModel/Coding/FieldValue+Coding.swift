import ByteCoding
import Calendars
import Diagnostics

/// Writes the values of one sheet, in the form that ``FieldValueReader`` reads.
struct FieldValueWriter {
  var bytes = ByteWriter()
  /// The file that most values stand in.
  let path: String

  init(path: String) { self.path = path }

  mutating func write(_ location: SourceLocation) { bytes.write(location, in: path) }

  mutating func write(_ date: CalendarDate?) {
    bytes.write(date.map { ($0.year << 4 | $0.month) << 5 | $0.day } ?? 0)
  }

  mutating func write(_ texts: [String]) { bytes.write(texts) { $0.write($1) } }

  mutating func write(_ text: String?) { bytes.write(text) { $0.write($1) } }

  mutating func write(_ values: [String: FieldValue]) {
    bytes.write(values.count)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      bytes.write(key)
      write(value)
    }
  }

  mutating func write(_ locations: [String: SourceLocation]) {
    bytes.write(locations.count)
    for (key, location) in locations.sorted(by: { $0.key < $1.key }) {
      bytes.write(key)
      write(location)
    }
  }

  mutating func write(_ value: FieldValue) {
    switch value {
    case .text(let text): write(.text, text)
    case .url(let text): write(.url, text)
    case .term(let text): write(.term, text)
    case .code(let text): write(.code, text)
    case .licence(let licence): write(.licence, licence.id)
    case .markdown(let text, let location): write(.markdown, text, location)
    case .file(let text, let location): write(.file, text, location)
    case .reference(let text, let location): write(.reference, text, location)
    case .dateTime(let moment): write(.dateTime, moment.description)
    case .integer(let number): write(.integer, number)
    case .scale(let step): write(.scale, step)
    case .boolean(let isTrue): write(.boolean, isTrue ? 1 : 0)
    case .number(let number):
      write(.number)
      bytes.write(number.bitPattern)
    case .range(let range):
      write(.range)
      bytes.write(range.low.bitPattern)
      bytes.write(range.high.bitPattern)
    case .duration(let span):
      write(.duration, span.low)
      bytes.write(span.high)
    case .date(let date):
      write(.date)
      write(date)
    case .untranslated(let value):
      write(.untranslated)
      write(value)
    case .object(let values):
      write(.object)
      write(values)
    case .list(let elements):
      write(.list, elements.count)
      for element in elements { write(element) }
    case .recurrence(let recurrence):
      write(.recurrence)
      write(recurrence)
    }
  }

  private mutating func write(_ recurrence: Recurrence) {
    bytes.write(recurrence.frequency.rawValue)
    bytes.write(recurrence.interval)
    bytes.write(recurrence.weekdays) { $0.write($1) }
    bytes.write(recurrence.rank) { $0.write($1) }
    switch recurrence.end {
    case .after(let day):
      bytes.write(0)
      write(day)
    case .count(let times): bytes.write(times)
    }
    bytes.write(recurrence.exceptions.count)
    for day in recurrence.exceptions { write(day) }
  }

  private mutating func write(_ form: FieldValueForm) { bytes.write(form.rawValue) }

  private mutating func write(_ form: FieldValueForm, _ number: Int) {
    write(form)
    bytes.write(number)
  }

  private mutating func write(
    _ form: FieldValueForm, _ text: String, _ location: SourceLocation? = nil
  ) {
    write(form)
    bytes.write(text)
    if let location { write(location) }
  }
}

/// What comes before a value tells which it is.
enum FieldValueForm: Int {
  case text, markdown, integer, number, boolean, date, dateTime, duration, range, scale, term, url
  case file, reference, licence, code, recurrence, untranslated, object, list
}

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
    case .licence: return .licence(try Self.known(Licence(id: try bytes.text())))
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
