public import Diagnostics

/// The colours of one light.
struct Shades: Sendable, Hashable {
  /// The names of the colours, without `--couleur-`, and what each is for.
  static let uses: KeyValuePairs<String, String> = [
    "fond": "the page",
    "surface": "cards and fields",
    "creux": "what lies deeper than the page",
    "pale": "a surface in the main colour, very light",
    "moyenne": "the same, stronger",
    "trait": "thin lines",
    "bord": "edges of fields and buttons, 3:1 on the page",
    "encre": "text, 7:1 on every surface",
    "encre-douce": "text of less weight, 4.5:1",
    "lien": "links, 4.5:1 on every surface",
    "principale": "the head of pages, buttons",
    "sur-principale": "text on the main colour",
    "accent": "what stands out",
    "sur-accent": "text on the accent",
    "accent-pale": "a surface in the accent, very light",
    "accent-lisible": "the accent as text or a sign, 4.5:1 on every surface",
    "alerte": "warnings, red, 4.5:1 on every surface",
    "alerte-pale": "a surface for warnings",
    "reussite": "what went well, green, 4.5:1 on every surface",
    "reussite-pale": "a surface for what went well",
  ]
  static var names: [String] { uses.map(\.key) }

  private let colours: [String: Colour]

  private static let red = Colour(red: 179, green: 54, blue: 28)
  private static let green = Colour(red: 47, green: 122, blue: 85)
  private static let textContrast = 4.5
  private static let inkContrast = 7.0
  private static let edgeContrast = 3.0

  init(_ chosen: SiteColours, _ light: ScreenLight, reporting diagnostics: inout [Diagnostic]) {
    let base = light == .day ? Colour.white : Colour(red: 8, green: 14, blue: 18)
    func colour(_ choice: SiteColours.Choice) -> Colour {
      light == .day ? choice.day : choice.night ?? choice.day.mixed(with: base, 0.25)
    }
    let main = colour(chosen.main)
    let accent = chosen.accent.map(colour) ?? main
    let page =
      (light == .day ? chosen.background?.day : chosen.background?.night)
      ?? main.mixed(with: base, light == .day ? 0.98 : 0.92)
    let isDark = page.contrast(on: .white) > page.contrast(on: .black)
    let surface = page.mixed(with: isDark ? main : .white, isDark ? 0.12 : 0.7)
    let hollow = page.mixed(with: main, isDark ? 0.2 : 0.06)
    let pale = page.mixed(with: main, isDark ? 0.35 : 0.14)
    let strong = page.mixed(with: main, isDark ? 0.6 : 0.3)
    let accentPale = page.mixed(with: accent, isDark ? 0.3 : 0.18)
    let redPale = page.mixed(with: Self.red, 0.14)
    let greenPale = page.mixed(with: Self.green, 0.14)
    let surfaces = [page, surface, hollow, pale, accentPale, redPale, greenPale]
    func readable(_ colour: Colour, _ contrast: Double = Self.textContrast) -> Colour {
      colour.readable(on: surfaces, contrast: contrast)
    }

    let link = chosen.link.map { light == .day ? $0.day : $0.night ?? $0.day } ?? main
    let readableLink = readable(link)
    // By night the colours of the day are made lighter without a word, as they are made for the day.
    let source = chosen.link ?? chosen.main
    if readableLink != link, light == .day || source.night != nil {
      diagnostics.append(
        .lowContrast(link, on: page, light, used: readableLink, at: source.location))
    }
    let ink = main.mixed(with: isDark ? .white : .black, 0.75)
    colours = [
      "fond": page, "surface": surface, "creux": hollow, "pale": pale, "moyenne": strong,
      "trait": page.mixed(with: main, isDark ? 0.5 : 0.24),
      "bord": readable(main.mixed(with: page, 0.35), Self.edgeContrast),
      "encre": ink.readable(on: surfaces + [strong], contrast: Self.inkContrast),
      "encre-douce": readable(main.mixed(with: ink, 0.5)),
      "lien": readableLink, "principale": main, "sur-principale": Self.text(on: main),
      "accent": accent, "sur-accent": Self.text(on: accent), "accent-pale": accentPale,
      "accent-lisible": readable(accent), "alerte": readable(Self.red), "alerte-pale": redPale,
      "reussite": readable(Self.green), "reussite-pale": greenPale,
    ]
  }

  /// Returns black or white, tinted, whichever reads best on a colour.
  private static func text(on colour: Colour) -> Colour {
    let end = colour.contrast(on: .white) >= colour.contrast(on: .black) ? Colour.white : .black
    let tinted = end.mixed(with: colour, 0.06)
    return tinted.contrast(on: colour) >= textContrast ? tinted : end
  }

  /// Returns the colour of a name, without `--couleur-`; nil for another name.
  subscript(_ name: String) -> Colour? { colours[name] }

  /// Returns a style sheet with these colours in it.
  func filling(_ recipe: String) -> String {
    recipe.replacing(/var\(--couleur-([a-z-]+)\)/) { match in
      colours[String(match.1)]?.text ?? String(match.0)
    }
  }
}
