import ContentModel
import Diagnostics
import SourceHistory

/// What a source folder declares of its sheets: the configuration, the types, the vocabularies.
struct ContentDeclarations {
  let configuration: SiteConfiguration
  let types: [String: ContentType]
  let vocabularies: [String: Vocabulary]
  /// The content folder relative to the source folder; empty when they are the same.
  let contentFolder: String
  /// The files of the sheets, which are not read.
  let sheets: [SourceFolder.File]

  /// Reads the declarations of a source folder.
  init(source: String, reporting diagnostics: inout [Diagnostic]) throws {
    let loader = SiteLoader(
      request: BuildRequest(
        source: source, output: source + "/output", builtInThemes: "",
        today: CalendarDate(secondsSince1970: 0)), workers: Workers(count: 1),
      historyReader: HistoryReader(of: source, lastDay: ""))
    self = try loader.declarations(reporting: &diagnostics)
  }

  init(
    configuration: SiteConfiguration, types: [String: ContentType],
    vocabularies: [String: Vocabulary], folder: SourceFolder
  ) {
    self.configuration = configuration
    self.types = types
    self.vocabularies = vocabularies
    contentFolder = folder.contentFolder
    sheets = folder.sheets
  }
}
