import ContentModel
import Diagnostics

/// What is known of a site that nobody has configured.
extension SiteLoader {
  /// Returns the configuration that the settings of another tool and the folders of languages give.
  func guessedConfiguration(
    _ folder: SourceFolder, _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> SiteConfiguration {
    let settings = try settingsOfOtherTool(&files, reporting: &diagnostics)
    var configuration = settings?.configuration ?? SiteConfiguration()
    guard folder.isPlain else { return configuration }
    configuration = LanguageFolders(folder.sheets).configured(
      configuration, isChosen: settings?.hasLanguage ?? false, reporting: &diagnostics)
    files.note(([configuration.language] + configuration.languages).joined(separator: " "))
    return configuration
  }

  /// Reads what another tool's settings say of a folder without a configuration.
  private func settingsOfOtherTool(
    _ files: inout DeclarationFiles, reporting diagnostics: inout [Diagnostic]
  ) throws -> (configuration: SiteConfiguration, hasLanguage: Bool)? {
    let boundary = try SourceFolder.boundary(around: request.source)
    for name in SettingsOfOtherTool.names {
      let file = SourceFolder.File(
        diskPath: request.source + "/" + name, path: name, contentPath: name, boundary: boundary)
      // What is wrong in them is for their tool to tell.
      var ignored: [Diagnostic] = []
      guard let text = try files.textIfThere(of: file, reporting: &ignored),
        let settings = SettingsOfOtherTool(path: name, text: text),
        let configuration = settings.configuration
      else { continue }
      diagnostics.append(settings.remark)
      return (configuration, settings.language != nil)
    }
    return nil
  }
}
