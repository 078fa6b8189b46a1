import Calendars
import ContentModel
public import Diagnostics
import SiteFiles
import SiteGraph
package import SiteLoading
import SourceHistory
import TextEncoding
import YAMLParsing

/// Writes the skeleton of a sheet, for its writer to complete.
public struct Archetype {
  /// What came of it.
  public enum Outcome: Sendable {
    /// The files were written to paths relative to the source folder, the sheet's first; with keys left
    /// to complete and the line that makes it a draft, if any does.
    case written([String], keysToFill: [String], draftMark: String?)
    /// It was not, and why.
    case refused([Diagnostic])
  }

  package let source: String
  private let builtInThemes: String

  /// Creates a writer for a source folder.
  ///
  /// - Parameter builtInThemes: The folder of the built-in themes, which have the words of helps.
  public init(source: String, builtInThemes: String) {
    self.source = source
    self.builtInThemes = builtInThemes
  }

  /// Writes a sheet in the folder of its type, its name made from the title; never over another.
  ///
  /// - Throws: ``EnvironmentFailure`` when the folder cannot be read or written.
  ///
  /// A folder that had no page of its own gets one.
  ///
  /// - Parameters:
  ///   - language: The language to translate the sheet of that title into: what is written then is the
  ///     start of its translation, beside it.
  ///   - isWhole: Whether the sheet has every field of its type, with examples, or those that it must have.
  public func write(
    type name: String, title: String, translatingInto language: String? = nil,
    isWhole: Bool = false
  ) throws -> Outcome {
    let new: NewSheet
    switch try newSheet(type: name, title: title) {
    case .success(let sheet): new = sheet
    case .failure(let refusal): return .refused(refusal.diagnostics)
    }
    let (type, place, declared) = (new.type, new.place, new.declared)
    if let language, let problem = place.problem(translatingInto: language) {
      return .refused([problem])
    }
    if let path = place.file(in: language) {
      return .refused([.sheetExists(path, isTranslation: language != nil)])
    }
    if let path = language.flatMap({ place.newFile(in: $0) }) {
      try write([(path, Self.translation(type: type, title: new.title))])
      return .written([path], keysToFill: ["resume"], draftMark: nil)
    }
    let text = ArchetypeText(
      type: type, title: new.title, guide: try guide(declared), namesItsType: new.namesItsType)
    let files =
      [(path: place.newFile, text: isWhole ? text.text() : text.shortText())]
      + (folderPage(of: new).map { [$0] } ?? [])
    try write(files)
    return .written(
      files.map(\.path), keysToFill: isWhole ? text.keysToFill : text.requiredKeys,
      draftMark: text.draftMark)
  }

  /// The page of the folder of a type, where the folder has none; nil where it has, or where the sheet
  /// lies in no folder of its type.
  private func folderPage(of new: NewSheet) -> (path: String, text: String)? {
    guard !new.namesItsType, let folder = new.type.folder, !folder.isEmpty else { return nil }
    let place = SheetPlace(ofID: folder, new.declared)
    guard place.file(in: nil) == nil else { return nil }
    let language = new.declared.configuration.language
    let lines = [
      "---", "titre: " + Self.quoted(new.type.pluralLabel.text(in: language)),
      "resume: " + Self.quoted(new.type.description?.text(in: language) ?? ""), "---", "",
    ]
    let content = new.declared.contentFolder
    return (
      (content.isEmpty ? folder : content + "/" + folder) + "/index.md",
      lines.joined(separator: "\n")
    )
  }

  private func write(_ texts: [(path: String, text: String)]) throws {
    var files = NewFiles()
    do {
      for (path, text) in texts { try files.write(Array(text.utf8), to: source + "/" + path) }
    } catch {
      files.takeBack()
      throw EnvironmentFailure.unwritable(error)
    }
  }

  /// The words that tell writers what fields may hold, in the language of the site.
  package func guide(_ declared: ContentDeclarations) throws -> FieldHelp {
    let loader = SiteLoader(
      request: BuildRequest(
        source: source, output: source + "/output", builtInThemes: builtInThemes,
        today: CalendarDate(secondsSince1970: 0)),
      workers: Workers(count: 1), historyReader: HistoryReader(of: source, lastDay: ""))
    // What is wrong with a theme is for a build to tell.
    var ignored: [Diagnostic] = []
    let theme = try loader.theme(declared.configuration, reporting: &ignored)
    let language = declared.configuration.language
    return FieldHelp(
      format: ValueFormat(theme, language: language, siteLanguage: language),
      vocabularies: declared.vocabularies)
  }

  /// A title on one line, without what a file should not hold.
  public static func line(_ title: String) -> String {
    let isControl = { (character: Character) in
      character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return title.split(whereSeparator: { $0.isNewline || isControl($0) })
      .joined(separator: " ")
  }

  /// The name of the file of a sheet, without its ending: that of a long title stops after a word.
  package static func fileName(of title: String) -> String { Slug.makeName(from: title) }

  package static func quoted(_ title: String) -> String { YAMLScalarText.doubleQuoted(title) }
}
