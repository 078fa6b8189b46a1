public import Diagnostics

/// The colours of a theme, made from the few that a site chooses: its surfaces, lines, texts and links,
/// by day and by night, each text readable on what is below it (WCAG 2.2, 1.4.3 and 1.4.11).
public struct Palette: Sendable, Hashable {
  private let day: Shades
  private let night: Shades

  /// Makes the colours, and reports the ones that a site chose and that could not be read.
  public init(_ colours: SiteColours, reporting diagnostics: inout [Diagnostic]) {
    day = Shades(colours, .day, reporting: &diagnostics)
    night = Shades(colours, .night, reporting: &diagnostics)
  }

  /// Returns a style sheet in which `var(--couleur-…)` is in the place of each colour, with those of the
  /// day, and once more, for dark screens, with those of the night.
  ///
  /// `docs/theme.md` lists the names; any other name is left as it is.
  public func styleSheet(from recipe: String) -> String {
    day.filling(recipe) + "\n@media (prefers-color-scheme: dark) {\n" + night.filling(recipe)
      + "\n}\n"
  }
}
