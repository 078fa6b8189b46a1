import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import TextEncoding

/// Sheets of one language that bear the title of another.
struct SharedTitles: EditorialCheck {
  package static let name = EditorialRules.Check.sharedTitles

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    var first: [String: Sheet] = [:]
    var found: [Diagnostic] = []
    for (index, sheet) in site.commons.site.sheets.enumerated() {
      // Events come back under one title: their day tells them apart.
      guard sheet.type.calendar == nil else { continue }
      let key = site.commons.language(of: index) + "/" + sheet.sortingKey.folded
      if let other = first[key] {
        found.append(
          .sharedTitle(
            sheet.title, with: site.commons.site.file(ofSheetAt: other.path),
            at: sheet.titleLocation))
      } else {
        first[key] = sheet
      }
    }
    return found
  }
}
