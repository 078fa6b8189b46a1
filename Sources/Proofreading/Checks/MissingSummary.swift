import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics

/// Sheets that lists and search results can only present by their first lines.
struct MissingSummary: EditorialCheck {
  package static let name = EditorialRules.Check.summaries

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    site.commons.site.originals.compactMap { sheet in
      guard (sheet.summary ?? "").allSatisfy(\.isWhitespace), !sheet.id.isEmpty else { return nil }
      return .noSummary(at: sheet.titleLocation)
    }
  }
}
