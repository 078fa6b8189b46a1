import Calendars
import ContentModel
import SiteLoading

extension LinkedSite {
  /// The dated sheets, the latest first; of one day, in the order of the site.
  package var latestSheets: [Int] {
    latest(of: site.originals.indices)
  }

  /// The dated sheets among some, the latest first; of one day, in the order of the site.
  package func latest(of indices: some Sequence<Int>) -> [Int] {
    var dated: [(date: CalendarDate, sheet: Int)] = []
    for index in indices where !sheets[index].isIndex && !sheets[index].isUnlisted {
      if let date = latestDate(of: index) { dated.append((date, index)) }
    }
    return dated.sorted { left, right in
      left.date == right.date ? left.sheet < right.sheet : left.date > right.date
    }.map(\.sheet)
  }
}
