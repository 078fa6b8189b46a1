import Calendars

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
