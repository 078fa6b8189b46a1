package import Calendars
package import ContentModel
package import Diagnostics
package import SiteLoading
package import Tools

/// What outputs read of one sheet.
extension SiteView {
  /// Returns the sheet with an id.
  package func index(ofID id: String) -> Int? { site.index(ofID: id) }

  /// Returns the file of the content that a sheet names; nil when the file is missing.
  package func attachment(_ written: String, in sheet: Sheet) -> SourceFolder.File? {
    site.attachment(written, in: sheet)
  }

  /// The path of the file of a sheet below the content folder.
  package func contentPath(of sheet: Sheet) -> String {
    String(site.site.contentPath(of: sheet.path))
  }

  /// The file that a sheet is written in, relative to the source folder: that of its data for a row.
  package func file(of sheet: Sheet) -> String { file(ofSheetAt: sheet.path) }

  /// The file that the sheet of a path is written in; any other path is that of a file.
  package func file(ofSheetAt path: String) -> String { site.site.file(ofSheetAt: path) }

  /// Returns where a place of a sheet is written.
  package func written(_ location: SourceLocation) -> SourceLocation { site.site.written(location) }

  /// Returns the terms of the reuse of a sheet; nil where nothing says them.
  package func licence(of sheet: Int) -> Licence? { site.licence(of: sheet) }

  /// Returns the tags of a sheet, as indices of ``tags``; a translation has those of its original.
  package func tags(of sheet: Int) -> [Int] { site.tags(of: sheet) }

  /// Returns the labels of the tags of a sheet.
  package func tagLabels(of sheet: Int) -> [String] {
    site.tags(of: sheet).map(site.label(ofTag:))
  }

  /// Returns the sheets that a sheet names in its fields, and those that name it.
  package func relations(of sheet: Int) -> [Relations.Group] { site.relations(of: sheet) }

  /// Returns the sheet that a reference of a sheet leads to.
  package func target(of reference: SourceLocation) -> Int? { site.target(of: reference) }

  /// The day of a sheet's last change.
  package func lastChange(of sheet: Int) -> CalendarDate? { site.lastChange(of: sheet) }

  /// The day that lists and feeds sort a sheet by.
  package func latestDate(of sheet: Int) -> CalendarDate? { site.latestDate(of: sheet) }

  /// The day since which a sheet is what it is, for programs.
  package func modified(of sheet: Int) -> CalendarDate? { site.modified(of: sheet) }

  /// Who changed a sheet, the first to have done so first.
  package func contributors(of sheet: Int) -> [String] { site.contributors(of: sheet) }

  /// Returns the event of a sheet; nil for a sheet that is not an event.
  package func event(of sheet: Int) -> SiteEvent? { site.event(of: sheet) }

  /// Returns the activity of a sheet; nil when its type has none.
  package func activity(of sheet: Int) -> Activity? { site.activity(of: sheet) }

  /// Returns the sequence of a sheet; nil when its type has none, or when it lacks a part.
  package func sequence(of sheet: Int) -> SheetSequence? { site.sequence(of: sheet) }

  /// Returns the canvas of a sheet; nil when its type has none, or when it lacks its grid.
  package func canvas(of sheet: Int) -> SheetCanvas? { site.canvas(of: sheet) }

  /// The language of a sheet.
  package func language(of sheet: Int) -> String { site.language(of: sheet) }

  /// Returns the page of a sheet in every language that it is in; empty when it is in one alone.
  package func versions(of sheet: Int) -> [PageTranslation] { site.versions(of: sheet) }
}
