import ContentModel
import Diagnostics
import SiteGraph
import SiteLoading

/// Events to come whose sheets cannot say when they changed.
///
/// A calendar that has an event keeps what it has unless the file says that it is later: one that moves
/// would stay where it was for its readers. It is said once, as one habit mends all.
struct UntoldChanges: EditorialCheck {
  package static let name = EditorialRules.Check.events

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    let loaded = site.commons.site
    // What version control follows is dated by the commit of the change.
    guard !loaded.isUnderVersionControl else { return [] }
    let calendar = site.commons.calendar
    let sheets = (calendar.events + calendar.unlisted).filter { $0.lastDay >= site.today }
      .map { loaded.sheets[$0.sheet] }.filter { $0.updated == nil }
    guard let first = sheets.min(by: { $0.path < $1.path }) else { return [] }
    let start = first.type.calendar?.start ?? ""
    return [
      .untoldChange(
        first.title, others: sheets.count - 1, today: site.today, at: first.location(of: start))
    ]
  }
}
