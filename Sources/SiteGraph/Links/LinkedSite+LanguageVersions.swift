import SiteLoading
import ContentModel
package import Diagnostics
import TextEncoding

extension LinkedSite {
  /// The language of a sheet.
  package func language(of sheet: Int) -> String {
    sheets[sheet].language ?? site.configuration.language
  }

  /// Returns the folder of the home page of a language: that of the site for its own.
  package func home(of language: String) -> String {
    language == site.configuration.language ? "" : Self.folder(of: language)
  }

  /// Returns the folder that the pages of a language lie in.
  package static func folder(of language: String) -> String { language + "/" }

  /// The home pages of the site, one a language.
  package var homes: [PageTranslation] {
    translations.languages.map { language in
      PageTranslation(language: language, address: Address.encode(home(of: language)))
    }
  }

  /// Returns the page of a sheet in every language that it is in; nil when it is in one alone.
  ///
  /// The home page is in every language of the site: where nobody wrote it, it lists what there is.
  package func versions(of sheet: Int) -> [PageTranslation] {
    if sheets[sheet].id.isEmpty { return translations.hasTranslations ? homes : [] }
    return translations.versions(of: sheet).map { version in
      PageTranslation(language: language(of: version), address: addresses[version])
    }
  }

  /// The languages that have no home page of their own.
  package var languagesWithoutHome: [String] {
    guard translations.hasTranslations else { return [] }
    let home = index(ofID: "")
    return translations.languages.dropFirst().filter { language in
      guard let home else { return true }
      return self.language(of: home) != language
        && translations.version(of: home, in: language) == home
    }
  }

  /// Returns what the page of a folder lists in a language other than that of the site: what has
  /// been translated, all of it for the home page.
  package func listed(in folder: String, language: String) -> [Int] {
    if folder.isEmpty {
      return translations.sheets(in: language).filter { !sheets[$0].id.isEmpty }
        .sorted { sheets[$0].sortingKey < sheets[$1].sortingKey }
    }
    let children = sections.section(withID: folder)?.children ?? []
    let folders = children.compactMap { sections.sections[$0].index }.compactMap { index in
      let version = translations.version(of: index, in: language)
      return version == index ? nil : version
    }
    return translations.sheets(of: folder, in: language) + folders
  }

  /// A folder of the content may not have the name of a language that pages are published under,
  /// unless it is for the sheets in that language.
  package func checkLanguageFolders(reporting diagnostics: inout [Diagnostic]) {
    let own = Set(site.configuration.languages)
    for language in translations.languages.dropFirst() where !own.contains(language) {
      let folder = Self.folder(of: language)
      let path =
        site.originals.first { $0.id == language || $0.id.hasPrefix(folder) }?.path
        ?? site.attachments.first { $0.contentPath.hasPrefix(folder) }?.path
      guard let path, let example = translations.sheets(in: language).first else { continue }
      let finding = Diagnostic.languageFolderTaken(
        folder, by: sheets[example].path, at: SourceLocation(path: path))
      diagnostics.append(site.isPlain ? finding.withSeverity(.warning) : finding)
    }
  }
}
