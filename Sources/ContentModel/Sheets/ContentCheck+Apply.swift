import Diagnostics
import Tools

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
    case .scoring(let fields):
      guard let reading = fields.read(sheet) else { return }
      for question in reading.incomplete {
        diagnostics.append(
          .answerWithoutPoints(at: question.firstLocation ?? sheet.location(of: fields.parts)))
      }
      for fault in reading.scores.faults {
        diagnostics.append(.scoring(fault, in: reading, of: sheet, fields))
      }
    case .supports: break
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
    let keys = path.split(separator: ".")
    guard let kind = sheet.type.kind(at: keys) else { return [] }
    return FieldValue.object(sheet.fields).values(at: keys).flatMap(\.elements).compactMap {
      switch kind.order(of: $0) {
      case .numbers(let low, let high): low <= high ? low...high : nil
      case .text, .none: nil
      }
    }
  }

  private static func location(of path: String, in sheet: Sheet) -> SourceLocation {
    let key = path.split(separator: ".").first.map(String.init) ?? path
    return sheet.location(of: key)
  }
}
