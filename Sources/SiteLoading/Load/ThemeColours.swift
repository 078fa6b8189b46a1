import ContentModel
import Diagnostics
import Theming

/// How a theme takes the colours that a site chooses.
///
/// The colours of a theme are in its part `_teintes.css`. A theme that can take others has a recipe of
/// that part, `_couleurs.css`: a rule `:root { … }` in which `var(--couleur-…)` is in the place of each
/// colour.
struct ThemeColours {
  private static let recipe = "assets/_couleurs.css"
  private static let part = "assets/_teintes.css"

  let configuration: SiteConfiguration

  /// Returns the files that go over those of a theme; reports colours that it cannot take.
  func files(
    over layers: [[ThemeFile]], reporting diagnostics: inout [Diagnostic]
  ) -> [ThemeFile] {
    guard let colours = configuration.colours else { return [] }
    guard let recipe = layers.joined().last(where: { $0.path == Self.recipe }) else {
      let location = configuration.location(of: "colors")
      diagnostics.append(.themeWithoutColours(configuration.theme, at: location))
      return []
    }
    let palette = Palette(colours, reporting: &diagnostics)
    let styleSheet = palette.styleSheet(from: String(decoding: recipe.bytes, as: UTF8.self))
    return [
      ThemeFile(path: Self.part, shownAs: recipe.shownAs, bytes: Array(styleSheet.utf8))
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
