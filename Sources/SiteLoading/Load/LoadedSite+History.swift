package import Calendars
package import ContentModel
package import SourceHistory

/// When sheets were changed, and by whom: what they say themselves, or else what git remembers.
extension LoadedSite {
  /// Returns the day of a sheet's last change: the one that it gives, or else that of its last commit.
  package static func lastChange(of sheet: Sheet, in history: SourceHistory) -> CalendarDate? {
    if let updated = sheet.updated { return updated }
    guard let day = history[sheet.path]?.lastChange.flatMap({ CalendarDate(iso: $0) }) else {
      return nil
    }
    // What was committed before the day of its publication has not changed since.
    if let date = sheet.date, day <= date { return nil }
    return day
  }

  /// Whether version control tells when sheets change.
  package var isUnderVersionControl: Bool { history.state != nil }

  /// The day that lists and feeds sort by: one that the sheet gives, or else that of its last commit.
  ///
  /// A commit does not bring a dated sheet back to the top: it may have mended a comma.
  package func latestDate(of index: Int) -> CalendarDate? {
    sheets[index].latestDate ?? lastChanges[index]
  }

  /// The day since which a sheet is what it is, for programs.
  package func modified(of index: Int) -> CalendarDate? {
    guard let change = lastChanges[index], let date = sheets[index].date else {
      return latestDate(of: index)
    }
    return max(change, date)
  }

  /// Who changed a sheet, the first to have done so first.
  package func contributors(of index: Int) -> [String] {
    history[sheets[index].path]?.contributors ?? []
  }
}
