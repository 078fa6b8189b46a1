import Calendars
import TextEncoding

/// Days as people write them when they do not know that ISO 8601 is expected.
extension CalendarDate {
  /// Reads `14/03/2026`, `14.3.2026`, `2026/3/14`, `14 mars 2026` and their like, for a suggestion.
  init?(meantBy text: String) {
    let parts = text.split { " /.-\u{A0}\u{202F}".contains($0) }
    guard parts.count == 3 else { return nil }
    let numbers = parts.map { part in
      Self.digits(part) ?? Self.months[Slug.make(from: String(part))] ?? Self.first(part)
    }
    guard let start = numbers[0], let month = numbers[1], let end = numbers[2] else { return nil }
    let isYearFirst = parts[0].count == 4
    guard isYearFirst || parts[2].count == 4 else { return nil }
    self.init(year: isYearFirst ? start : end, month: month, day: isYearFirst ? end : start)
  }

  /// Returns how many days the month has of a day that is written rightly and does not exist.
  static func daysInMonth(ofMissing text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = digits(parts[0]),
      let month = digits(parts[1]), (1...12).contains(month), digits(parts[2]) != nil
    else { return nil }
    return days(inMonth: month, of: year)
  }

  private static func first(_ day: Substring) -> Int? { day.lowercased() == "1er" ? 1 : nil }

  private static let months: [String: Int] = {
    let names = [
      "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre",
    ]
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset + 1) })
  }()
}

extension CalendarDate {
  /// Returns a day that people have written their own way as ISO 8601 has it.
  package static func iso(meantBy text: String) -> String? {
    CalendarDate(meantBy: text)?.description
  }
}
