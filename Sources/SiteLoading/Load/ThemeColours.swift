import ContentModel
import Diagnostics
import Theming

/// How a theme takes the colours that a site chooses.
///
/// A theme that can take them has the part `_couleurs.css`, which starts with
/// `@import "_palette.css";` and gives its own custom properties the values of `--couleur-…`. The site
/// writes that palette; one that chooses no colours leaves the part empty, so that it weighs nothing.
struct ThemeColours {
  private static let part = "assets/_couleurs.css"
  private static let palette = "assets/_palette.css"

  let configuration: SiteConfiguration

  /// Returns the files that go over those of a theme; reports colours that it cannot take.
  func files(
    over layers: [[ThemeFile]], reporting diagnostics: inout [Diagnostic]
  ) -> [ThemeFile] {
    let takesColours = layers.contains { $0.contains { $0.path == Self.part } }
    guard let colours = configuration.colours else {
      return takesColours ? [ThemeFile(path: Self.part, shownAs: Self.part, bytes: [])] : []
    }
    let location = configuration.location(of: "colors")
    guard takesColours else {
      diagnostics.append(.themeWithoutColours(configuration.theme, at: location))
      return []
    }
    let palette = Palette(colours, reporting: &diagnostics)
    return [
      ThemeFile(
        path: Self.palette, shownAs: location.path, bytes: Array(palette.styleSheet.utf8))
    ]
  }
}

extension Diagnostic {
  fileprivate static func themeWithoutColours(
    _ theme: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.colours-unused", at: location,
      LocalizedText(
        fr: "le thème « \(theme) » ne prend pas les couleurs du site",
        en: "the theme “\(theme)” does not take the colours of the site"),
      expected: LocalizedText(
        fr: "un thème qui a « assets/_couleurs.css »",
        en: "a theme that has “assets/_couleurs.css”"))
  }
}
