import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics

/// Sheets whose `revoir_le` is past.
struct OverdueReview: EditorialCheck {
  package static let name = EditorialRules.Check.reviews

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    site.commons.site.sheets.flatMap { sheet in
      ["revoir_le", "review_by"].compactMap { key in
        guard case .date(let day)? = sheet.fields[key], day < site.today,
          let place = sheet.locations[key]
        else { return nil }
        return .overdueReview(day, today: site.today, at: place)
      }
    }
  }
}
