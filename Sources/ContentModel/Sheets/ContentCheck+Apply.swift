import Diagnostics

extension ContentCheck {
  /// Checks the values of a sheet together; values that are missing are not compared.
  func apply(to sheet: Sheet, reporting diagnostics: inout [Diagnostic]) {
    switch self {
    case .sum(let path, let lowPath, let highPath):
      let numbers = Self.numbers(at: path, in: sheet)
      guard !numbers.isEmpty, let low = Self.numbers(at: lowPath, in: sheet).first,
        let high = Self.numbers(at: highPath, in: sheet).last
      else { return }
      let sum = numbers.reduce(0, +)
      if sum < low || sum > high {
        diagnostics.append(
          .sumOutOfBounds(
            path, sum: sum, low: low, high: high, at: Self.location(of: path, in: sheet)))
      }
    case .order(let paths):
      let values = paths.map { ($0, Self.numbers(at: $0, in: sheet).first) }
      for (left, right) in zip(values, values.dropFirst()) {
        guard let low = left.1, let high = right.1, low > high else { continue }
        diagnostics.append(
          .wrongOrder(left.0, right.0, at: Self.location(of: right.0, in: sheet)))
      }
    }
  }

  /// The values at a dotted path as numbers: durations in minutes, dates in days of the calendar.
  private static func numbers(at path: String, in sheet: Sheet) -> [Double] {
    FieldValue.object(sheet.fields).values(at: path.split(separator: ".")).flatMap(numbers)
  }

  private static func numbers(of value: FieldValue) -> [Double] {
    switch value {
    case .integer(let number): return [Double(number)]
    case .number(let number): return [number]
    case .scale(let step): return [Double(step)]
    case .duration(let span): return [Double(span.low), Double(span.high)]
    case .range(let range): return [range.low, range.high]
    case .date(let date): return [order(of: date)]
    case .dateTime(let moment):
      return [order(of: moment.date) + Double(moment.hour * 60 + moment.minute) / 1_440]
    default: return []
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
