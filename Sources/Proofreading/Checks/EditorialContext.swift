package import Calendars
package import ContentModel
package import Diagnostics
import Glibc
import MarkdownRendering
package import SiteFiles
package import SiteGraph
import SiteLoading
import Synchronization

/// A site as the editorial checks see it.
package struct EditorialContext: Sendable {
  package let commons: LinkedSite
  package let sheets: [RenderedSheet]
  package let connections: Connections
  /// The day of the check.
  package let today: CalendarDate
  /// What each sheet says, in the order of the site.
  package let prose: [SheetProse]
  private let files: SheetFiles

  package var rules: EditorialRules { commons.site.configuration.editorial }

  /// Reads the prose of every sheet.
  package init(_ site: RenderedSite, today: CalendarDate, _ workers: Workers) async throws {
    let commons = site.commons
    self.commons = commons
    sheets = site.sheets
    connections = site.connections
    self.today = today
    files = SheetFiles(commons)
    prose = try await workers.map(commons.site.sheets.count) { index in
      SheetProse(commons.site.sheets[index], language: commons.language(of: index))
    }
  }

  /// Returns the place of a text of a sheet.
  package func location(
    of range: Range<Int>, in text: CheckedText, of sheet: Int
  ) throws -> SourceLocation {
    switch text.origin {
    case .body:
      return prose[sheet].places.location(of: text.passage.sourceRange(of: range))
    case .field(let location):
      let words = String(decoding: text.passage.text[range], as: UTF8.self)
      return try place(of: words, from: location, ofSheet: sheet) ?? location
    }
  }

  /// Returns the first place of some words after a place of a sheet's front matter; nil when they
  /// are not written so.
  package func place(
    of words: String, from start: SourceLocation, ofSheet sheet: Int
  ) throws -> SourceLocation? {
    try files.text(ofSheet: sheet).location(of: words, from: start)
  }
}

/// The files of sheets in which something was found, each read once.
private final class SheetFiles: Sendable {
  private let commons: LinkedSite
  private let texts = Mutex<[Int: FileText]>([:])

  init(_ commons: LinkedSite) { self.commons = commons }

  /// - Throws: ``EnvironmentFailure`` when the file can no longer be read.
  func text(ofSheet sheet: Int) throws -> FileText {
    try texts.withLock { texts in
      if let known = texts[sheet] { return known }
      let file = commons.site.records[sheet].file
      let text = FileText(path: file.path, try file.contents())
      texts[sheet] = text
      return text
    }
  }
}
