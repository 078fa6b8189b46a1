import Calendars
package import ContentModel
package import Diagnostics
import SiteFiles
import SourceHistory

/// What a source folder declares of its sheets: the configuration, the types, the vocabularies.
package struct ContentDeclarations {
  package let configuration: SiteConfiguration
  package let types: [String: ContentType]
  package let vocabularies: [String: Vocabulary]
  /// The content folder relative to the source folder; empty when they are the same.
  package let contentFolder: String
  /// The files of the sheets, which are not read.
  package let sheets: [SourceFolder.File]

  /// The sheets that are rows of data files.
  package let rows: [SourceFolder.File]

  /// Reads the declarations of a source folder.
  package init(source: String, reporting diagnostics: inout [Diagnostic]) throws {
    let loader = SiteLoader(
      request: BuildRequest(
        source: source, output: source + "/output", builtInThemes: "",
        today: CalendarDate(secondsSince1970: 0)), workers: Workers(count: 1),
      historyReader: HistoryReader(of: source, lastDay: ""))
    self = try loader.declarations(reporting: &diagnostics)
  }

  package init(
    configuration: SiteConfiguration, types: [String: ContentType],
    vocabularies: [String: Vocabulary], folder: SourceFolder, rows: [SourceFolder.File] = []
  ) {
    self.configuration = configuration
    self.types = types
    self.vocabularies = vocabularies
    contentFolder = folder.contentFolder
    sheets = folder.sheets
    self.rows = rows
  }
}
