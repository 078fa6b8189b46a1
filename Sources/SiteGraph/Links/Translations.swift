import ContentModel
import SiteLoading

/// The languages of a site, and which sheets are one sheet in several of them.
package final class Translations: Sendable {
  private let allLanguages: [String]
  /// The names of these languages, each in itself: pages repeat them.
  private let names: [String: String]
  /// The first translation; the sheets before it are originals.
  private let first: Int
  /// What each translation translates.
  private let originals: [Int]
  private let byOriginal: [Int: [Int]]
  /// The translations of one language in the list of one folder, in its order.
  private let byFolder: [FolderInLanguage: [Int]]
  private let languageOf: [String]
  private let unlisted: Set<Int>
  private let neighboursOf: [Int: SectionTree.Neighbours]
  private let recorder: DependencyRecorder?

  private struct FolderInLanguage: Hashable {
    let folder: String
    let language: String
  }

  /// Finds what translates what.
  ///
  /// - Complexity: O(*t* log *t*) in the number of translations, and nothing more for a site
  ///   without any but O(*n*) in the number of folders.
  init(_ site: LoadedSite, sections: SectionTree) {
    recorder = nil
    let language = site.configuration.language
    first = site.originals.count
    let translations = site.sheets[first...]
    languageOf = translations.map { $0.language ?? language }
    unlisted = Set(translations.indices.filter { translations[$0].isUnlisted })
    allLanguages = [language] + Set(languageOf).subtracting([language]).sorted()
    names = Dictionary(
      allLanguages.map { ($0, LanguageName.autonym($0)) }, uniquingKeysWith: { first, _ in first })
    guard !translations.isEmpty else {
      (originals, byOriginal, byFolder, neighboursOf) = ([], [:], [:], [:])
      return
    }
    let indexByPath = Dictionary(
      zip(site.originals.map(\.path), site.originals.indices), uniquingKeysWith: { $1 })
    originals = translations.map { sheet in
      sheet.original.flatMap { indexByPath[$0.path] } ?? 0
    }
    var byOriginal: [Int: [Int]] = [:]
    for (place, original) in originals.enumerated()
    where !unlisted.contains(first + place) || site.originals[original].isUnlisted {
      byOriginal[original, default: []].append(first + place)
    }
    self.byOriginal = byOriginal
    var byFolder: [FolderInLanguage: [Int]] = [:]
    var neighbours: [Int: SectionTree.Neighbours] = [:]
    for section in sections.sections {
      for version in section.sheets.flatMap({ byOriginal[$0] ?? [] }) {
        let key = FolderInLanguage(folder: section.id, language: languageOf[version - first])
        byFolder[key, default: []].append(version)
      }
    }
    for list in byFolder.values {
      for (place, sheet) in list.enumerated() {
        neighbours[sheet] = (
          place > 0 ? list[place - 1] : nil, place + 1 < list.count ? list[place + 1] : nil
        )
      }
    }
    self.byFolder = byFolder
    neighboursOf = neighbours
  }

  /// Returns the translations with their readings recorded.
  package func recording(_ recorder: DependencyRecorder) -> Translations {
    Translations(self, recorder)
  }

  private init(_ translations: Translations, _ recorder: DependencyRecorder) {
    allLanguages = translations.allLanguages
    names = translations.names
    first = translations.first
    originals = translations.originals
    byOriginal = translations.byOriginal
    byFolder = translations.byFolder
    languageOf = translations.languageOf
    unlisted = translations.unlisted
    neighboursOf = translations.neighboursOf
    self.recorder = recorder
  }

  /// The languages of the site: its own first, then those of translations, sorted.
  package var languages: [String] {
    recorder?.note(.languages)
    return allLanguages
  }

  /// Whether the site has sheets in several languages.
  package var hasTranslations: Bool { languages.count > 1 }

  /// Returns the name of a language in itself: « Brezhoneg ».
  package func name(of language: String) -> String {
    names[language] ?? LanguageName.autonym(language)
  }

  /// Returns what a sheet translates; the sheet itself when it is an original.
  package func original(of sheet: Int) -> Int {
    guard sheet >= first else { return sheet }
    recorder?.note(.versions, sheet)
    return originals[sheet - first]
  }

  /// Returns a sheet in a language; the sheet itself when there is none, or when a translation was
  /// asked for by its own name.
  package func version(of sheet: Int, in language: String) -> Int {
    recorder?.note(.versions, sheet)
    guard sheet < first, let versions = byOriginal[sheet] else { return sheet }
    return versions.first { languageOf[$0 - first] == language } ?? sheet
  }

  /// Returns a sheet in every language that it is in, the original first; nil when it is in one
  /// alone.
  package func versions(of sheet: Int) -> [Int] {
    let original = original(of: sheet)
    recorder?.note(.versions, original)
    return byOriginal[original].map { [original] + $0 } ?? []
  }

  /// Returns the sheets around a translation in the list of its folder in its language.
  package func neighbours(of sheet: Int) -> SectionTree.Neighbours {
    recorder?.note(.translations)
    return neighboursOf[sheet] ?? (nil, nil)
  }

  /// Returns the translations into a language of the sheets of a folder, in the order of its list.
  package func sheets(of folder: String, in language: String) -> [Int] {
    recorder?.note(.translations)
    return byFolder[FolderInLanguage(folder: folder, language: language)] ?? []
  }

  /// Returns the translations into a language of some originals, in their order.
  package func versions(of originals: [Int], in language: String) -> [Int] {
    recorder?.note(.translations)
    return originals.compactMap { original in
      byOriginal[original]?.first { languageOf[$0 - first] == language }
    }
  }

  /// Returns every translation into a language, but for those that are in no list.
  package func sheets(in language: String) -> [Int] {
    recorder?.note(.translations)
    return languageOf.indices.filter { languageOf[$0] == language }.map { first + $0 }
      .filter { !unlisted.contains($0) }
  }
}
