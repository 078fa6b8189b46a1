import Calendars

/// How long something takes: a duration, or a range of durations.
public struct TimeSpan: Sendable, Hashable {
  /// The shortest duration, in minutes.
  public let low: Int
  /// The longest duration, in minutes; the same as `low` when one is given.
  public let high: Int

  /// Creates a span of minutes.
  public init(low: Int, high: Int) {
    self.low = low
    self.high = high
  }

  /// Why a text is not a duration.
  enum Problem: Error, Equatable {
    case unreadable
    case reversed
  }

  /// Reads `90 min`, `1 h 30`, `1h30`, `2 jours`, or a range of two of them with a dash or « à ».
  ///
  /// In a range, the first part may leave its unit to the second: `10 – 15 min`.
  init(parsing text: String) throws(Problem) {
    let parts = RangeText.split(text)
    switch parts.count {
    case 1:
      guard let minutes = Self.minutes(in: parts[0], unit: nil) else { throw .unreadable }
      self.init(low: minutes, high: minutes)
    case 2:
      guard let high = Self.minutes(in: parts[1], unit: nil),
        let low = Self.minutes(in: parts[0], unit: Self.lastUnit(of: parts[1]))
      else { throw .unreadable }
      guard low <= high else { throw .reversed }
      self.init(low: low, high: high)
    default:
      throw .unreadable
    }
  }

  /// The units, by what people write for them, in minutes.
  private static let units: [String: Int] = [
    "min": 1, "mn": 1, "minute": 1, "minutes": 1, "h": 60, "heure": 60, "heures": 60, "hour": 60,
    "hours": 60, "j": 1_440, "jour": 1_440, "jours": 1_440, "day": 1_440, "days": 1_440,
    "semaine": 10_080, "semaines": 10_080, "week": 10_080, "weeks": 10_080,
  ]

  /// Adds up numbers and their units; a last number without one counts in the next smaller unit.
  private static func minutes(in text: String, unit inherited: String?) -> Int? {
    var total = 0
    var previousUnit: Int?
    var tokens = tokens(of: text)[...]
    guard !tokens.isEmpty else { return nil }
    while let token = tokens.popFirst() {
      guard let number = CalendarDate.digits(token), number < 100_000 else { return nil }
      let unit: Int
      if let next = tokens.first, let named = units[next] {
        tokens.removeFirst()
        unit = named
      } else if tokens.isEmpty, let previousUnit {
        guard previousUnit == 60 else { return nil }
        unit = 1
      } else if tokens.isEmpty, let inherited, let named = units[inherited] {
        unit = named
      } else {
        return nil
      }
      if let previousUnit, unit >= previousUnit || number * unit >= previousUnit { return nil }
      total += number * unit
      previousUnit = unit
    }
    return total
  }

  private static func lastUnit(of text: String) -> String? {
    tokens(of: text).last { units[$0] != nil }
  }

  /// Splits « 1h30 » into `1`, `h` and `30`.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var isNumber = false
    for character in text.lowercased() {
      if character.isWhitespace {
        tokens.append("")
        continue
      }
      let startsToken = tokens.isEmpty || tokens.last == "" || character.isNumber != isNumber
      isNumber = character.isNumber
      if startsToken {
        tokens.append(String(character))
      } else {
        tokens[tokens.count - 1].append(character)
      }
    }
    return tokens.filter { !$0.isEmpty }
  }
}
