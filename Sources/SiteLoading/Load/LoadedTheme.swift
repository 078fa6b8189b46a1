package import ContentModel
package import Diagnostics
package import SiteFiles
package import Theming

/// A theme, with the files that it was made from: as long as these are the same, so is the theme.
package struct LoadedTheme: Sendable {
  package let theme: Theme
  private let files: [[ThemeFile]]
  /// What is wrong with the files.
  private let problems: [Diagnostic]

  /// Loads a theme from folders, whose later files replace the earlier ones of the same path.
  ///
  /// Each folder may hold `templates/**/*.mustache`, `assets/**` and `langues/*.yaml`; words are
  /// replaced one by one. A folder that does not exist is empty.
  ///
  /// - Parameters:
  ///   - configuration: That of the site, whose colours the theme takes.
  ///   - last: The theme as it was loaded before.
  ///   - diagnostics: Receives what is wrong with the files; with an error, parts of the theme are
  ///     missing.
  init(
    from layers: [ThemeLayer], _ configuration: SiteConfiguration, after last: LoadedTheme? = nil,
    reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) {
    var files: [[ThemeFile]] = []
    for layer in layers { files.append(try layer.readFiles(reporting: &diagnostics)) }
    let colours = ThemeColours(configuration: configuration)
    files.append(colours.files(over: files, reporting: &diagnostics))
    self.files = files
    if let last, last.files == files {
      (theme, problems) = (last.theme, last.problems)
    } else {
      (theme, problems) = Theme.load(layers: files)
    }
    diagnostics += problems
  }
}
