import ContentModel
import SiteFiles
import TextEncoding

/// Some sheets of a folder that nobody has configured, whose words tell the language of all.
struct LanguageSample {
  /// How many sheets are looked at.
  private static let maxSheets = 64
  /// How much of each is looked at, in bytes.
  private static let maxBytes = 4 << 10

  private let files: [SourceFolder.File]

  /// Takes sheets at even distances in the order of their paths, none that its name or its folder says the
  /// language of.
  ///
  /// - Parameter folders: The folders that are read as languages.
  init(of sheets: [SourceFolder.File], besides folders: [String]) {
    let folders = Set(folders)
    let others = sheets.filter { file in
      let path = file.contentPath
      if let slash = path.firstIndex(of: "/"), folders.contains(String(path[..<slash])) {
        return false
      }
      let endings = path.lastName.split(separator: ".").dropLast().dropFirst()
      return !(endings.last.map { LanguageTag.isKnown($0.lowercased()) } ?? false)
    }.sorted { $0.contentPath.utf8.lexicographicallyPrecedes($1.contentPath.utf8) }
    let count = min(others.count, Self.maxSheets)
    files = (0..<count).map { others[$0 * others.count / count] }
  }

  /// Reads the start of each sheet, and returns what their words tell.
  func finding() throws(EnvironmentFailure) -> LanguageCount.Finding {
    var count = LanguageCount()
    for file in files {
      do {
        let text = try DiskFile.start(of: file.diskPath, inside: file.boundary, Self.maxBytes)
        count.add(text[...])
      } catch {
        // What cannot be read is told of with the sheet.
        if error.isOfTheEnvironment { throw .unreadableFile(error) }
      }
    }
    return count.finding
  }
}
