import ContentModel
import Diagnostics
import SiteFiles
import TextEncoding

/// What is known of a site that nobody has configured.
extension SiteLoader {
  /// Returns the configuration that the settings of another tool, the folders of languages and the words of
  /// the sheets give.
  func guessedConfiguration(
    _ folder: SourceFolder, _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> SiteConfiguration {
    let settings = try settingsOfOtherTool(&files, reporting: &diagnostics)
    var configuration = SiteConfiguration()
    if let language = settings?.language { configuration.language = language }
    if folder.isPlain {
      try guessLanguages(
        of: folder, &configuration, isDeclared: settings?.language != nil,
        reporting: &diagnostics)
      files.note(([configuration.language] + configuration.languages).joined(separator: " "))
    }
    settings?.configure(&configuration)
    return configuration
  }

  /// Finds the language of a site and those of its folders: declared by another tool, or else that of the words
  /// of its sheets, where it is plain.
  ///
  /// - Parameter isDeclared: Whether the settings of another tool give the language.
  private func guessLanguages(
    of folder: SourceFolder, _ configuration: inout SiteConfiguration, isDeclared: Bool,
    reporting diagnostics: inout [Diagnostic]
  ) throws {
    var isDeclared = isDeclared
    if !isDeclared, let other = try languageOfOtherTool(folder) {
      configuration.language = other.language
      isDeclared = true
      diagnostics.append(.languageOfOtherTool(other.language, in: other.path))
    }
    let folders = LanguageFolders(folder.sheets)
    let usual = configuration.language
    configuration.languages = folders.translated(from: isDeclared ? usual : nil)
    if !isDeclared {
      configuration.language = try guessedLanguage(
        of: folder, folders, configuration, reporting: &diagnostics)
    }
    if let remark = folders.remark(configuration) { diagnostics.append(remark) }
  }

  /// Returns the language of the sheets outside of the folders of languages, when nobody has declared it.
  private func guessedLanguage(
    of folder: SourceFolder, _ folders: LanguageFolders, _ configuration: SiteConfiguration,
    reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> String {
    let (usual, translated) = (configuration.language, configuration.languages)
    let supposed = folders.originalLanguage(besides: translated, usual: usual)
    // Without originals, it is the language of a folder.
    guard translated.isEmpty || folders.hasOriginalsBeside(translated) else { return supposed }
    switch try LanguageSample(of: folder.sheets, besides: translated).finding() {
    case .clear(let language) where !translated.contains(language):
      // What the folders of languages are said to be tells the language of the site, too.
      if translated.isEmpty, language != usual {
        diagnostics.append(.languageOfTexts(language, in: folder))
      }
      return language
    case .unclear where translated.isEmpty:
      diagnostics.append(.unclearLanguage(supposing: supposed, in: folder))
      return supposed
    case .clear, .unclear, .tooShort: return supposed
    }
  }

  /// Reads what another tool's settings say of a folder without a configuration.
  private func settingsOfOtherTool(
    _ files: inout DeclarationFiles, reporting diagnostics: inout [Diagnostic]
  ) throws -> SettingsOfOtherTool? {
    let boundary = try SourceFolder.boundary(around: request.source)
    for name in SettingsOfOtherTool.names {
      let file = SourceFolder.File(
        diskPath: request.source + "/" + name, path: name, contentPath: name, boundary: boundary)
      // What is wrong in them is for their tool to tell.
      var ignored: [Diagnostic] = []
      guard let text = try files.textIfThere(of: file, reporting: &ignored),
        let settings = SettingsOfOtherTool(path: name, text: text)
      else { continue }
      diagnostics.append(settings.remark)
      return settings
    }
    return nil
  }

  /// Reads the language that other files of another tool declare.
  private func languageOfOtherTool(_ folder: SourceFolder) throws -> LanguageOfOtherTool? {
    let boundaries = Self.boundaries(aroundHiddenFoldersOf: request.source)
    return try LanguageOfOtherTool { path, length in
      let hidden = LanguageOfOtherTool.hiddenFolders.first { path.hasPrefix($0 + "/") }
      let boundary = hidden.map { boundaries[$0] } ?? folder.boundary
      guard let boundary else { return nil }
      do throws(DiskFile.Failure) {
        return try DiskFile.start(of: request.source + "/" + path, inside: boundary, length)
      } catch {
        if error.isOfTheEnvironment { throw EnvironmentFailure.unreadableFile(error) }
        return nil
      }
    }
  }
  /// Returns what the settings in the hidden folders of other tools must lie in: no link leads to one of these
  /// folders, and none out of it.
  private static func boundaries(
    aroundHiddenFoldersOf source: String
  ) -> [String: SourceBoundary] {
    guard let root = DiskFile.realPath(source) else { return [:] }
    var boundaries: [String: SourceBoundary] = [:]
    for folder in LanguageOfOtherTool.hiddenFolders {
      let path = root + "/" + folder
      if DiskFile.realPath(path) == path { boundaries[folder] = SourceBoundary(around: path) }
    }
    return boundaries
  }
}
