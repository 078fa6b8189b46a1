import Diagnostics
import TextEncoding

extension FieldReader {
  /// Reads a scalar as the kind of its field; nothing when it cannot be, which is then reported.
  mutating func scalarValue(
    _ text: String, at location: SourceLocation, _ definition: FieldDefinition
  ) -> FieldValue? {
    switch definition.kind {
    case .text(let length, let pattern):
      return self.text(text, length: length, pattern: pattern, at: location, definition.key)
        .map(FieldValue.text)
    case .markdown(let length):
      return self.text(text, length: length, pattern: nil, at: location, definition.key)
        .map { .markdown($0, location) }
    case .integer, .number, .range, .scale, .boolean:
      return numericValue(text, at: location, definition)
    case .date, .dateTime, .duration:
      return timeValue(text, at: location, definition)
    case .term(let name):
      return term(text, of: name, at: location).map(FieldValue.term)
    case .tags:
      let tag = text.trimmed
      return tag.isEmpty ? nil : .text(tag)
    case .url:
      return webAddress(text, at: location).map(FieldValue.url)
    case .image, .file:
      return .file(text, location)
    case .reference:
      return .reference(text, location)
    case .licence:
      guard let licence = Licence(id: text) else {
        return refuse(.unknownLicence(text, at: location))
      }
      return .licence(licence)
    case .language:
      guard text.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil else {
        return refuse(.unreadableLanguage(text, at: location))
      }
      return .language(text)
    case .object(let fields):
      return refuse(.expectedObject(definition.key, keys: fields.map(\.key), at: location))
    case .view:
      return nil
    case .recurrence:
      return refuse(.expectedObject(definition.key, keys: [], at: location))
    }
  }

  private mutating func numericValue(
    _ text: String, at location: SourceLocation, _ definition: FieldDefinition
  ) -> FieldValue? {
    switch definition.kind {
    case .integer(let bounds):
      guard let number = NumberText.integer(text) else {
        return refuse(.unreadableInteger(text, at: location))
      }
      return checked(number, text, within: bounds, at: location).map(FieldValue.integer)
    case .number(let bounds):
      guard let number = NumberText.number(text) else {
        return refuse(.unreadableNumber(text, at: location))
      }
      return checked(number, text, within: bounds, at: location).map(FieldValue.number)
    case .range(let bounds):
      guard let range = NumberRange(parsing: text) else {
        return refuse(.unreadableRange(text, at: location))
      }
      guard range.low <= range.high else { return refuse(.reversedRange(text, at: location)) }
      guard checked(range.low, text, within: bounds, at: location) != nil,
        checked(range.high, text, within: bounds, at: location) != nil
      else { return nil }
      return .range(range)
    case .scale(let lowest, let highest, _):
      guard let step = NumberText.integer(text), (lowest...highest).contains(step) else {
        return refuse(.notOnScale(text, lowest: lowest, highest: highest, at: location))
      }
      return .scale(step)
    default:
      guard let flag = Self.booleans[text.lowercased()] else {
        return refuse(.unreadableBoolean(text, at: location))
      }
      return .boolean(flag)
    }
  }

  private mutating func timeValue(
    _ text: String, at location: SourceLocation, _ definition: FieldDefinition
  ) -> FieldValue? {
    switch definition.kind {
    case .date(let bounds):
      // Hugo writes moments where a day is meant: the day is kept.
      guard let date = DateTime(iso: text)?.date else {
        return refuse(.unreadableDate(text, at: location))
      }
      return checked(date, text, within: bounds, at: location).map(FieldValue.date)
    case .duration(let bounds):
      do throws(TimeSpan.Problem) {
        let span = try TimeSpan(parsing: text)
        guard bounds.contains(span.low), bounds.contains(span.high) else {
          return refuse(.durationOutOfBounds(text, bounds, at: location))
        }
        return .duration(span)
      } catch {
        switch error {
        case .unreadable: return refuse(.unreadableDuration(text, at: location))
        case .reversed: return refuse(.reversedRange(text, at: location))
        }
      }
    default:
      guard let moment = DateTime(iso: text) else {
        return refuse(.unreadableDateTime(text, at: location))
      }
      return .dateTime(moment)
    }
  }

  private mutating func text(
    _ text: String, length: Bounds<Int>, pattern: String?, at location: SourceLocation,
    _ key: String
  ) -> String? {
    if length.min != nil || length.max != nil, !length.contains(text.count) {
      return refuse(.wrongLength(key, count: text.count, length, at: location))
    }
    if let pattern, let regex = try? Regex(pattern), text.wholeMatch(of: regex) == nil {
      return refuse(.doesNotMatch(text, pattern: pattern, at: location))
    }
    return text
  }

  private mutating func term(
    _ text: String, of name: String, at location: SourceLocation
  ) -> String? {
    // A vocabulary that is missing is reported once, where the type names it.
    guard let vocabulary = vocabularies[name] else { return nil }
    if let term = vocabulary.term(named: text) { return term.id }
    return refuse(.unknownTerm(text, vocabulary, at: location))
  }

  private mutating func webAddress(_ text: String, at location: SourceLocation) -> String? {
    let isAddress =
      text.wholeMatch(of: /https?:\/\/[^\s\/?#<>"]+([\/?#][^\s<>"]*)?/.ignoresCase()) != nil
    return isAddress ? text : refuse(.unreadableURL(text, at: location))
  }

  private mutating func checked<Value: Comparable & Hashable & Sendable>(
    _ value: Value, _ text: String, within bounds: Bounds<Value>, at location: SourceLocation
  ) -> Value? {
    bounds.contains(value) ? value : refuse(.outOfBounds(text, bounds, at: location))
  }

  private mutating func refuse<Value>(_ diagnostic: Diagnostic) -> Value? {
    diagnostics.append(diagnostic)
    return nil
  }

  private static let booleans: [String: Bool] = [
    "oui": true, "vrai": true, "yes": true, "true": true, "on": true,
    "non": false, "faux": false, "no": false, "false": false, "off": false,
  ]
}
