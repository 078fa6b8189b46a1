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
    case .licence(let licence, let location): write(.licence, licence.id, location)
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
