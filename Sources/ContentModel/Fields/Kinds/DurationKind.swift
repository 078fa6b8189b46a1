import Diagnostics

/// A duration, or a range of durations, its bounds in minutes.
struct DurationKind: ScalarKind {
  static let name = "duree"
  let bounds: Bounds<Int>

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    Self(bounds: keys.limits { (try? TimeSpan(parsing: $0))?.low })
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    do throws(TimeSpan.Problem) {
      let span = try TimeSpan(parsing: written.text)
      guard bounds.contains(span.low), bounds.contains(span.high) else {
        return reader.refuse(
          .outOfBounds(written.text, bounds, unit: " min", at: written.location))
      }
      return .duration(span)
    } catch {
      switch error {
      case .unreadable:
        return reader.refuse(.unreadableDuration(written.text, at: written.location))
      case .reversed: return reader.refuse(.reversedRange(written.text, at: written.location))
      }
    }
  }

  func content(of value: FieldValue) -> TimeSpan? {
    if case .duration(let span) = value { span } else { nil }
  }

  func shown(_ span: TimeSpan) -> ShownValue { .duration(span) }
  func json(_ span: TimeSpan) -> JSONShape { .string(Self.text(of: span)) }
  func texts(_ span: TimeSpan) -> [FieldText] { [] }
  func order(_ span: TimeSpan) -> FieldOrder {
    .numbers(low: Double(span.low), high: Double(span.high))
  }
  func facet(_ span: TimeSpan) -> FieldFacet {
    .span(FieldSpan(Double(span.low), Double(span.high), unit: .minutes))
  }
  var uses: Set<FieldUse> { [.filters] }

  var control: FieldControl { .notation }
  var schema: FieldSchema { .text() }
  var limits: FieldLimits { .minutes(bounds) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    bounds == Bounds() ? "1 h 30" : nil
  }
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String {
    "\(bounds.min ?? bounds.max ?? 60) min"
  }

  /// A duration as ISO 8601 writes it, `PT1H30M`; a range as its two ends with a solidus.
  private static func text(of span: TimeSpan) -> String {
    func text(_ minutes: Int) -> String {
      let (days, hours, rest) = (minutes / 1_440, minutes % 1_440 / 60, minutes % 60)
      let time = (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
      let whole = "P" + (days > 0 ? "\(days)D" : "") + (time.isEmpty ? "" : "T\(time)")
      return whole == "P" ? "PT0M" : whole
    }
    return span.low == span.high ? text(span.low) : text(span.low) + "/" + text(span.high)
  }
}

extension Diagnostic {
  fileprivate static func unreadableDuration(
    _ text: String, at location: SourceLocation
  ) -> Diagnostic {
    unreadable(
      "duration", "durée", "duration", text, at: location,
      expected: LocalizedText(
        fr: "« 90 min », « 1 h 30 » ou « 1 h 30 – 2 h »",
        en: "“90 min”, “1 h 30” or “1 h 30 – 2 h”"),
      suggestion: numbers(in: text).map { numbers in
        LocalizedText(
          fr: "vouliez-vous dire « \(numbers) min » ?", en: "did you mean “\(numbers) min”?")
      })
  }

  /// A number, or two with a dash between them: what lacks its unit alone.
  private static func numbers(in text: String) -> String? {
    guard let found = text.wholeMatch(of: /\s*([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4}))?\s*/) else {
      return nil
    }
    return found.2.map { "\(found.1) – \($0)" } ?? String(found.1)
  }
}
