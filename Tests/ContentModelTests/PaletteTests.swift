import Diagnostics
import Testing

@testable import ContentModel

/// The colours that a site chooses, and the palette that is made of them.
@Suite struct PaletteTests {
  private func read(_ yaml: String) -> (colours: SiteColours?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: "archipel.yaml", text: yaml, reporting: &diagnostics)
    return (configuration.colours, diagnostics)
  }

  // MARK: Colours

  @Test(arguments: [
    ("#fff", "#ffffff"), ("#0B4257", "#0b4257"), ("#a1b", "#aa11bb"), ("#000000", "#000000"),
  ])
  func readsColours(_ text: String, _ written: String) throws {
    #expect(Colour(parsing: text)?.text == written)
  }

  @Test(arguments: ["", "#", "fff", "#ff", "#ffff", "#fffffff", "#ggg", "rouge", "#12 456", "#１２３"])
  func refusesWhatIsNoColour(_ text: String) {
    #expect(Colour(parsing: text) == nil)
  }

  @Test func measuresContrastAsTheGuidelinesDo() throws {
    #expect(Colour.black.contrast(on: .white) == 21)
    let grey = try #require(Colour(parsing: "#767676"))
    #expect(Int(grey.contrast(on: .white) * 100) == 454)
    #expect(Colour.white.contrast(on: grey) == grey.contrast(on: .white))
  }

  // MARK: Configuration

  @Test func readsOneColourOrOneForEachLight() throws {
    let (colours, diagnostics) = read(
      """
      couleurs:
        principale: "#7b1e3a"
        accent: { jour: "#d98e04", nuit: "#f2bd3d" }
      """)
    #expect(diagnostics.isEmpty)
    #expect(colours?.main.day.text == "#7b1e3a")
    #expect(colours?.main.night == nil)
    #expect(colours?.accent?.night?.text == "#f2bd3d")
  }

  @Test(arguments: [
    ("couleurs:\n  principale: rouge", 2, 15), ("colors:\n  main: \"#12345\"", 2, 9),
    // Without quotes, `#` starts a comment.
    ("couleurs:\n  principale: #7b1e3a", 2, 3), ("couleurs:\n  accent: \"#7b1e3a\"", 2, 3),
    ("couleurs:\n  principale: { jour: noir }", 2, 23), ("couleurs:\n  principale: [1]", 2, 15),
  ])
  func tellsWhatIsNoColour(_ yaml: String, _ line: Int, _ column: Int) throws {
    let (colours, diagnostics) = read(yaml)
    #expect(colours == nil)
    #expect(diagnostics.map(\.id) == ["site.colour"])
    #expect(diagnostics.first?.location.position?.line == line)
    #expect(diagnostics.first?.location.position?.column == column)
  }

  // MARK: Palette

  private static let texts = [
    "encre", "encre-douce", "lien", "accent-lisible", "alerte", "reussite",
  ]
  private static let grounds = [
    "fond", "surface", "creux", "pale", "accent-pale", "alerte-pale", "reussite-pale",
  ]

  /// Colours of every part of the wheel, light and dark, and the greys.
  private static let samples: [String] = {
    let steps = ["00", "55", "aa", "ff"]
    return steps.flatMap { r in steps.flatMap { g in steps.map { b in "#\(r)\(g)\(b)" } } }
  }()

  @Test(arguments: samples)
  func everyTextIsReadable(_ main: String) throws {
    for other in ["", "\n  accent: \"#ffee00\"", "\n  fond: \"#101820\"", "\n  fond: \"#ffe8f0\""] {
      let colours = try #require(read("couleurs:\n  principale: \"\(main)\"" + other).colours)
      for light in [ScreenLight.day, .night] {
        var told: [Diagnostic] = []
        let shades = Shades(colours, light, reporting: &told)
        for ground in Self.grounds {
          let below = try #require(shades[ground])
          for text in Self.texts {
            let ratio = try #require(shades[text]).contrast(on: below)
            #expect(ratio >= 4.5, "\(text) on \(ground), \(main)\(other), \(light)")
          }
          #expect(try #require(shades["bord"]).contrast(on: below) >= 3)
        }
        for name in ["principale", "accent"] {
          let ratio = try #require(shades["sur-" + name]).contrast(on: #require(shades[name]))
          #expect(ratio >= 4.5)
        }
      }
    }
  }

  @Test func tellsAColourOfLinksThatCannotBeRead() throws {
    let colours = try #require(
      read("couleurs:\n  principale: \"#0b4257\"\n  lien: \"#ffcc00\"").colours)
    var diagnostics: [Diagnostic] = []
    let palette = Palette(colours, reporting: &diagnostics)
    let found = try #require(diagnostics.first)
    #expect(diagnostics.map(\.id) == ["site.contrast"])
    #expect(found.location.position?.line == 3)
    let used = try #require(found.message.french.split(separator: "« ").last?.prefix(7))
    let style = palette.styleSheet(from: ":root { --lien: var(--couleur-lien); }")
    #expect(style.hasPrefix(":root { --lien: \(used); }"))
  }

  @Test func saysNothingOfColoursThatCanBeRead() throws {
    let colours = try #require(read("couleurs:\n  principale: \"#0b4257\"").colours)
    var diagnostics: [Diagnostic] = []
    _ = Palette(colours, reporting: &diagnostics)
    #expect(diagnostics.isEmpty)
  }

  // MARK: Documentation

  @Test func isListedInTheGuideForThemes() throws {
    let rows = Shades.uses.map { "| `--couleur-\($0.key)` | \($0.value) |" }
    let start = "<!-- Palette: written by `ARCHIPEL_RECORD=1 swift test --filter PaletteTests` -->"
    let end = "<!-- End of palette -->"
    let written =
      "\(start)\n\n| property | what it is for |\n| --- | --- |\n"
      + rows.joined(separator: "\n") + "\n\n\(end)"
    try RecordedPart(of: "docs/theme.md", from: start, to: end).expect(written)
  }
}
