import Diagnostics

extension ContentCheck {
  /// Checks the values of a sheet together; values that are missing are not compared.
  func apply(to sheet: Sheet, reporting diagnostics: inout [Diagnostic]) {
    switch self {
    case .sum(let path, let lowPath, let highPath):
      let ranges = Self.ranges(at: path, in: sheet)
      guard !ranges.isEmpty, let low = Self.ranges(at: lowPath, in: sheet).first?.lowerBound,
        let high = Self.ranges(at: highPath, in: sheet).last?.upperBound
      else { return }
      guard low <= high else {
        // No sum is right between limits upside down.
        diagnostics.append(
          .wrongOrder(lowPath, highPath, at: Self.location(of: highPath, in: sheet)))
        return
      }
      // A sum of ranges is a range: it is wrong when no choice within them can be right.
      let least = ranges.reduce(0) { $0 + $1.lowerBound }
      let most = ranges.reduce(0) { $0 + $1.upperBound }
      if most < low || least > high {
        diagnostics.append(
          .sumOutOfBounds(
            path, sum: most < low ? most : least, low: (lowPath, low), high: (highPath, high),
            at: Self.location(of: path, in: sheet)))
      }
    case .order(let paths):
      let values = paths.compactMap { path in
        Self.ranges(at: path, in: sheet).first.map { (path: path, least: $0.lowerBound) }
      }
      for (left, right) in zip(values, values.dropFirst()) where left.least > right.least {
        diagnostics.append(
          .wrongOrder(left.path, right.path, at: Self.location(of: right.path, in: sheet)))
      }
    }
  }

  /// The values at a dotted path as numbers, one being a range of its own: durations in minutes,
  /// dates as numbers that grow with the days.
  private static func ranges(at path: String, in sheet: Sheet) -> [ClosedRange<Double>] {
    FieldValue.object(sheet.fields).values(at: path.split(separator: ".")).flatMap(\.elements)
      .compactMap(range)
  }

  private static func range(of value: FieldValue) -> ClosedRange<Double>? {
    switch value {
    case .integer(let number): return Double(number)...Double(number)
    case .number(let number): return number...number
    case .scale(let step): return Double(step)...Double(step)
    case .duration(let span): return Double(span.low)...Double(span.high)
    case .range(let range): return range.low...range.high
    case .date(let date): return order(of: date)...order(of: date)
    case .dateTime(let moment):
      let time = Double(moment.hour * 60 + moment.minute) / 1_440
      return (order(of: moment.date) + time)...(order(of: moment.date) + time)
    default: return nil
    }
  }

  /// A number that grows with the days.
  private static func order(of date: CalendarDate) -> Double {
    Double((date.year * 100 + date.month) * 100 + date.day)
  }

  private static func location(of path: String, in sheet: Sheet) -> SourceLocation {
    let key = path.split(separator: ".").first.map(String.init) ?? path
    return sheet.location(of: key)
  }
}
