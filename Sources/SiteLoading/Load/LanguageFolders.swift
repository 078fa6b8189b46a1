import ContentModel
import Diagnostics

/// Folders at the top of the content that have the name of a language.
struct LanguageFolders {
  /// The pages of each folder, by their paths in it; every folder may have a page of its own.
  private var pages: [String: Set<String>] = [:]
  /// The paths of the sheets that lie in none.
  private var others: Set<String> = []
  /// A sheet of each folder.
  private var folders: [String: SourceFolder.File] = [:]

  /// Finds the folders among which some sheets lie.
  init(_ sheets: [SourceFolder.File]) {
    var last: (folder: Substring, isLanguage: Bool) = ("", false)
    var outside: [String] = []
    for file in sheets {
      let path = file.contentPath
      guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
        outside.append(path)
        continue
      }
      // Files that follow one another mostly lie in one folder.
      if path[..<slash] != last.folder {
        last = (path[..<slash], LanguageTag.isKnown(path[..<slash].lowercased()))
      }
      guard last.isLanguage else {
        outside.append(path)
        continue
      }
      let (folder, page) = (String(last.folder), path[path.utf8.index(after: slash)...])
      if folders[folder] == nil { folders[folder] = file }
      if !["index.md", "_index.md", "README.md"].contains(page) {
        pages[folder, default: []].insert(String(page))
      }
    }
    if !folders.isEmpty { others = Set(outside) }
  }

  private var names: [String] { folders.keys.sorted() }

  /// Returns a warning for each that is not read as a language, once they look like languages.
  ///
  /// - Parameters:
  ///   - languages: The languages that folders are read for.
  ///   - siteLanguage: The language of the other sheets.
  func diagnostics(languages: [String], siteLanguage: String) -> [Diagnostic] {
    let known = Set(languages.map { $0.lowercased() })
    let names = names
    return names.filter { !known.contains($0.lowercased()) }.compactMap { folder in
      guard let file = folders[folder] else { return nil }
      let own = pages[folder] ?? []
      // « ia/ » may be about artificial intelligence: another folder has to have the same page.
      let isTranslated =
        folder.contains("-") || !own.isDisjoint(with: others)
        || names.contains { $0 != folder && !own.isDisjoint(with: pages[$0] ?? []) }
      guard isTranslated else { return nil }
      return .languageFolder(
        folder, languages: [siteLanguage] + names.filter { $0 != siteLanguage },
        at: place(of: folder, file))
    }
  }

  private func place(of folder: String, _ file: SourceFolder.File) -> SourceLocation {
    SourceLocation(path: String(file.path.dropLast(file.contentPath.count - folder.count)))
  }

  // MARK: Folders that nobody has configured

  /// Returns the folders that hold the same pages as others, a third of their own at least; and the
  /// one that most of these pages are translated from, whatever else it holds.
  ///
  /// - Parameter language: The language that somebody has chosen for the site.
  func translated(from language: String?) -> [String] {
    let names = names
    // How many folders have each page.
    var counts: [String: Int] = [:]
    for (_, own) in pages { for page in own { counts[page, default: 0] += 1 } }
    let sharing = names.filter { folder in
      let own = pages[folder] ?? []
      let shared = own.count { others.contains($0) || counts[$0, default: 0] > 1 }
      return shared > 0 && 3 * shared >= own.count
    }
    let isRoot = sharing.contains { !(pages[$0] ?? []).isDisjoint(with: others) }
    let original = names.first { folder in
      guard let own = pages[folder], !sharing.contains(folder),
        sharing.count > 1 || folder == language
      else { return false }
      let theirs = sharing.map { pages[$0] ?? [] }
      let shared = theirs.reduce(0) { $0 + $1.intersection(own).count }
      return shared > 0 && 2 * shared >= theirs.reduce(0) { $0 + $1.count }
    }
    guard sharing.count > 1 || isRoot || original != nil else { return [] }
    // One that has begun with the page of the folder.
    return names.filter { sharing.contains($0) || pages[$0] == nil || $0 == original }
  }

  /// Whether some of the pages of these folders have one beside the folders.
  func hasOriginalsBeside(_ translated: [String]) -> Bool {
    translated.contains { !(pages[$0] ?? []).isDisjoint(with: others) }
  }

  /// Returns the language of the sheets outside of some folders, where nothing else says it: a usual one that
  /// no folder has; without any such sheet, that of the folder with the most pages.
  func originalLanguage(besides translated: [String], usual language: String) -> String {
    if hasOriginalsBeside(translated) {
      return Self.usualLanguages(language).first { !translated.contains($0) } ?? language
    }
    return translated.max {
      let (left, right) = (pages[$0]?.count ?? 0, pages[$1]?.count ?? 0)
      return left == right ? $1 == language : left < right
    } ?? language
  }

  /// What is said of the folders that a configuration reads as languages.
  func remark(_ configuration: SiteConfiguration) -> Diagnostic? {
    guard let first = configuration.languages.first, let file = folders[first] else { return nil }
    return .readAsLanguages(
      configuration.languages, siteLanguage: configuration.language, at: place(of: first, file))
  }

  /// The languages that most sites are written in, that of this one first.
  private static func usualLanguages(_ language: String) -> [String] {
    [language, "en", "fr", "es", "de", "pt", "it"]
  }
}
