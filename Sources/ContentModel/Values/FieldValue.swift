public import Calendars
public import Diagnostics

/// A value of a field, read and checked against its definition.
///
/// These are the shapes of values, which kinds of fields share: what a value means, its kind says.
public indirect enum FieldValue: Sendable, Hashable {
  /// Plain text: words of a language, which are proofread and may be translated.
  case text(String)
  /// A text in no language: a language tag, a number of a catalogue.
  case code(String)
  /// Inline Markdown, and where it stands, for the messages about its links.
  case markdown(String, SourceLocation)
  /// A whole number.
  case integer(Int)
  /// A decimal number.
  case number(Double)
  /// Yes or no.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// A day and a time.
  case dateTime(DateTime)
  /// How something comes back.
  case recurrence(Recurrence)
  /// A duration, or a range of durations.
  case duration(TimeSpan)
  /// A number, or a range of numbers.
  case range(NumberRange)
  /// A step of a scale.
  case scale(Int)
  /// The id of a term in the vocabulary that the definition names.
  case term(String)
  /// An address on the web.
  case url(String)
  /// A file of the source, as written, and where it is named.
  case file(String, SourceLocation)
  /// Another sheet, as written, and where it is named.
  case reference(String, SourceLocation)
  /// A licence, and where it is named.
  case licence(Licence, SourceLocation)
  /// A text of the original in a translation that leaves it out.
  case untranslated(FieldValue)
  /// Values by key.
  case object([String: FieldValue])
  /// Several values.
  case list([FieldValue])
}

extension FieldValue {
  /// The values of a list; the value alone when it is not one.
  public var elements: [FieldValue] {
    if case .list(let values) = self { return values }
    return [self]
  }

  /// The text of a textual value.
  public var string: String? {
    switch self {
    case .text(let text), .code(let text), .markdown(let text, _), .url(let text),
      .term(let text), .file(let text, _), .reference(let text, _):
      text
    case .licence(let licence, _): licence.id
    case .untranslated(let value): value.string
    case .integer, .number, .boolean, .date, .dateTime, .recurrence, .duration, .range, .scale,
      .object, .list:
      nil
    }
  }

  /// Follows a dotted path of keys; through a list, it reaches into every element.
  public func values(at path: some Collection<Substring>) -> [FieldValue] {
    guard let key = path.first else { return [self] }
    switch self {
    case .object(let fields):
      return fields[String(key)]?.values(at: path.dropFirst()) ?? []
    case .list(let elements):
      return elements.flatMap { $0.values(at: path) }
    default:
      return []
    }
  }
}

extension FieldValue {
  /// The numbers at a dotted path: durations in minutes, the shortest of a range.
  public func numbers(at path: String) -> [Double] {
    values(at: path.split(separator: ".")).flatMap(\.elements).compactMap { value in
      switch value {
      case .integer(let number), .scale(let number): Double(number)
      case .number(let number): number
      case .duration(let span): Double(span.low)
      default: nil
      }
    }
  }

  /// The whole number at a dotted path, when it is one that a page can show.
  public func integer(at path: String) -> Int? {
    numbers(at: path).first.flatMap { Int(exactly: $0.rounded()) }
  }

  /// Whether the value at a dotted path is yes.
  public func flag(at path: String) -> Bool {
    values(at: path.split(separator: ".")).contains(.boolean(true))
  }

  /// Where the first text or reference of an object is written, for messages about the object.
  public var firstLocation: SourceLocation? {
    switch self {
    case .markdown(_, let location), .reference(_, let location), .file(_, let location),
      .licence(_, let location):
      location
    case .object(let fields):
      fields.values.compactMap(\.firstLocation)
        .min {
          ($0.position?.line ?? 0, $0.position?.column ?? 0)
            < ($1.position?.line ?? 0, $1.position?.column ?? 0)
        }
    case .list(let elements): elements.lazy.compactMap(\.firstLocation).first
    case .untranslated(let value): value.firstLocation
    default: nil
    }
  }
}
