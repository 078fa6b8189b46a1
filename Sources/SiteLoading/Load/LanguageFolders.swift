import ContentModel
import Diagnostics

/// Folders at the top of the content that have the name of a language, and are not read as such.
struct LanguageFolders {
  /// A warning for each, once the folders look like those of languages.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - sheets: The sheets of the content folder.
  ///   - languages: The languages that folders are read for.
  ///   - siteLanguage: The language of the other sheets.
  init(_ sheets: [SourceFolder.File], languages: [String], siteLanguage: String) {
    let known = Set(languages.map { $0.lowercased() })
    var folders: [String: SourceFolder.File] = [:]
    var pages: [String: Set<String>] = [:]
    var others: Set<String> = []
    for file in sheets {
      let parts = file.contentPath.split(separator: "/", maxSplits: 1)
      guard parts.count == 2, let folder = parts.first.map(String.init),
        LanguageTag.isKnown(folder)
      else {
        others.insert(file.contentPath)
        continue
      }
      if folders[folder] == nil { folders[folder] = file }
      // Every folder may have a page of its own.
      if !["index.md", "_index.md", "README.md"].contains(parts[1]) {
        pages[folder, default: []].insert(String(parts[1]))
      }
    }
    let names = folders.keys.sorted()
    diagnostics = names.filter { !known.contains($0.lowercased()) }.compactMap { folder in
      guard let file = folders[folder] else { return nil }
      let own = pages[folder] ?? []
      // « ia/ » may be about artificial intelligence: another folder has to have the same page.
      let isTranslated =
        folder.contains("-") || !own.isDisjoint(with: others)
        || names.contains { $0 != folder && !own.isDisjoint(with: pages[$0] ?? []) }
      guard isTranslated else { return nil }
      let path = file.path.dropLast(file.contentPath.count - folder.count)
      return .languageFolder(
        folder, languages: [siteLanguage] + names.filter { $0 != siteLanguage },
        at: SourceLocation(path: String(path)))
    }
  }
}
