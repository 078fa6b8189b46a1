import Calendars
import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics

/// Sheets whose day of review is past, in the field that their type declares for it, and declarations of
/// accessibility whose audit is too old to rest on.
struct OverdueReview: EditorialCheck {
  package static let name = EditorialRules.Check.reviews

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    site.commons.site.sheets.flatMap { sheet in
      sheet.type.fields.filter(\.roles.isReviewDay).compactMap { field in
        guard case .date(let day)? = sheet.fields[field.key], day < site.today,
          let place = sheet.locations[field.key]
        else { return nil }
        return .overdueReview(day, today: site.today, at: place)
      } + lapsedAudit(of: sheet, today: site.today)
    }
  }

  private func lapsedAudit(of sheet: Sheet, today: CalendarDate) -> [Diagnostic] {
    guard let audit = sheet.conformity?.audit, audit.lastDay < today
    else { return [] }
    return [.lapsedAudit(audit.lastDay, at: audit.dateLocation)]
  }
}
