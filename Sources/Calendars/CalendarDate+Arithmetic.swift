extension CalendarDate {
  /// The days from 1 January 1970.
  ///
  /// Source: « chrono-Compatible Low-Level Date Algorithms », Howard Hinnant, `days_from_civil`.
  public var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, from 1 for Monday to 7 for Sunday.
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

  /// Returns the day so many days later, or earlier when the number is negative.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(secondsSince1970: (daysSince1970 + days) * 86_400)
  }

  /// How many days the month of the day has.
  public var daysInMonth: Int { Self.days(inMonth: month, of: year) }

  /// Returns the first day of the month so many months later.
  public func firstOfMonth(addingMonths months: Int = 0) -> CalendarDate? {
    let count = year * 12 + month - 1 + months
    return CalendarDate(year: count / 12, month: count % 12 + 1, day: 1)
  }
}
