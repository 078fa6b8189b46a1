import Calendars

/// Numbers as people write them in French and in English.
enum NumberText {
  /// Reads `1234`, `-5`, `1 234` with any space between groups of three digits.
  static func integer(_ text: String) -> Int? {
    guard let digits = withoutGroups(text), !digits.contains(".") else { return nil }
    return Int(digits)
  }

  /// Reads `2,5`, `2.5`, `1 234,5`.
  static func number(_ text: String) -> Double? {
    guard let digits = withoutGroups(text.replacing(",", with: ".")),
      let number = Double(digits), number.isFinite
    else { return nil }
    return number
  }

  /// Drops the spaces between groups of digits; nil unless the text is a plain decimal number.
  private static func withoutGroups(_ text: String) -> String? {
    var sign = ""
    var body = Substring(text)
    if let first = body.first, first == "-" || first == "+" || first == "−" {
      sign = first == "+" ? "" : "-"
      body = body.dropFirst()
    }
    let groups = body.split(omittingEmptySubsequences: false) { $0.isWhitespace }
    guard let first = groups.first, let last = groups.last else { return nil }
    if groups.count > 1 {
      let whole = last.prefix { $0 != "." }
      guard (1...3).contains(first.count), whole.count == 3,
        groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let digits = groups.joined()
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ CalendarDate.digits($0) != nil }) else { return nil }
    return sign + digits
  }
}

/// Ranges as people write them: `4 – 30`, `4-30`, `4 à 30`.
enum RangeText {
  /// Returns the two ends of a range, or the text alone when it is no range.
  static func split(_ text: String) -> [String] {
    let dashed = text.replacing(" à ", with: "–").replacing(" to ", with: "–")
      .replacing("—", with: "–").replacing("-", with: "–")
    return dashed.split(separator: "–", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
  }
}

/// A number, or a range of numbers.
public struct NumberRange: Sendable, Hashable {
  /// The lower end.
  public let low: Double
  /// The upper end; the same as `low` when one number is given.
  public let high: Double

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Reads `4`, `4 – 30`, `2,5 à 3`.
  init?(parsing text: String) {
    let ends = RangeText.split(text).map(NumberText.number)
    guard (1...2).contains(ends.count), let first = ends.first, let low = first,
      let last = ends.last, let high = last
    else { return nil }
    self.init(low: low, high: high)
  }
}
