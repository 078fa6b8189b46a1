import Diagnostics
import Foundation
import SiteLoading
import Testing

@testable import Theming

/// The theme of this repository, as it stands in `themes/ti`.
@Suite struct BuiltInThemeTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../themes/ti").standardizedFileURL

  /// The colours that text is written on.
  private static let grounds = [
    "fond", "surface", "creux", "mer-pale", "ajonc-pale", "lande-pale", "corail-pale",
    "hortensia-pale",
  ]

  private let loaded: (theme: Theme, diagnostics: [Diagnostic])

  init() throws {
    loaded = try Theme.load(from: [ThemeFolder(path: Self.folder.path, shownAs: "themes/ti")])
  }

  @Test func loadsWithoutDiagnostics() {
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.theme.languages == ["br", "en", "fr"])
  }

  @Test(arguments: [
    "base", "sheet", "page", "article", "methode", "projet", "communaute", "role", "fonction",
    "ressource", "evenement", "note", "acteur", "lieu", "home", "section", "tag", "tags", "a-z",
    "sitemap", "search", "404", "social",
  ])
  func hasATemplateForEveryKindOfPage(name: String) {
    #expect(loaded.theme.template(for: [name]) != nil)
  }

  @Test func knowsEveryWordThatItsTemplatesAskFor() {
    guard case .object(let words) = loaded.theme.words(for: "fr").templateValue else {
      Issue.record("the words are no object")
      return
    }
    let asked = Set(loaded.theme.lookupTags.map(\.path).filter { $0.first == "t" }.map { $0[1] })
    #expect(asked.count > 20)
    #expect(asked.subtracting(words.names).sorted() == [])
  }

  @Test func knowsEveryWordThatTheProgramAsksFor() throws {
    let sources = Self.folder.appending(path: "../../Sources").standardizedFileURL
    var asked: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      asked.formUnion(text.matches(of: /words\.text\(\s*"([a-z_0-9]+)"/).map { String($0.1) })
    }
    #expect(asked.count > 20)
    #expect(try asked.subtracting(words(in: "fr")).sorted() == [])
  }

  @Test func saysInEnglishAllThatFrenchSays() throws {
    #expect(try words(in: "en").symmetricDifference(words(in: "fr")).sorted() == [])
  }

  @Test func saysInBretonOnlyWhatFrenchSays() throws {
    #expect(try words(in: "br").subtracting(words(in: "fr")).sorted() == [])
  }

  @Test(arguments: ["fr", "br", "en"])
  func saysEachWordOnce(language: String) throws {
    let keys = try text(of: "langues/\(language).yaml").split(separator: "\n")
      .compactMap { $0.firstMatch(of: #/^(\w+):/#)?.1 }
    #expect(Set(keys).count == keys.count)
  }

  @Test func neverWritesFrenchPunctuationWithOrdinarySpaces() throws {
    let text = try text(of: "langues/fr.yaml")
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let values = lines.compactMap { line in line.firstIndex(of: "\"").map { line[$0...] } }
    #expect(values.count > 50)
    let wrong = values.filter { $0.contains(#/ [;:!?»]|« |[a-zé]'[a-zéh]/#) }
    #expect(wrong == [])
  }

  @Test(arguments: ["light", "dark"])
  func keepsTextReadable(scheme: String) throws {
    let colours = try colours(ofDark: scheme == "dark")
    for ground in Self.grounds {
      for text in ["encre", "encre-douce", "lien", "lien-survol"] {
        let contrast = try contrast(colours[text], colours[ground])
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
      let focus = try contrast(colours["foyer"], colours[ground])
      #expect(focus >= 3, "foyer on \(ground): \(focus)")
    }
    #expect(try contrast(colours["sur-mer"], colours["mer"]) >= 4.5)
    #expect(try contrast(colours["sur-ajonc"], colours["ajonc"]) >= 4.5)
    for text in ["hortensia", "lande", "corail", "ajonc-vif"] {
      #expect(try contrast(colours[text], colours["surface"]) >= 4.5, "\(text) on surface")
    }
    for part in ["bord", "ajonc-vif"] {
      #expect(try contrast(colours[part], colours["surface"]) >= 3, "\(part) on surface")
    }
  }

  @Test(arguments: [
    ("encre", grounds), ("encre-douce", grounds), ("lien", grounds), ("lien-survol", grounds),
    ("foyer", grounds), ("hortensia", ["surface"]), ("lande", ["surface"]),
    ("corail", ["surface"]), ("bord", ["surface"]), ("sur-mer", ["mer"]), ("sur-ajonc", ["ajonc"]),
  ])
  func documentsTheContrastsThatItHas(colour: String, grounds: [String]) throws {
    let cells = try [false, true].map { isDark in
      let colours = try colours(ofDark: isDark)
      let lowest = try grounds.map { try contrast(colours[colour], colours[$0]) }.min() ?? 0
      return try "`\(#require(colours[colour]))` | \(oneDecimal(lowest))"
    }
    let on = grounds.count > 1 ? "every ground" : "`\(grounds[0])`"
    let row = "| `\(colour)` | \(on) | \(cells.joined(separator: " | ")) |"
    #expect(try text(of: "../../docs/theme.md").contains(row), "\(row)")
  }

  /// Writes a number rounded down, so that a contrast is never told higher than it is.
  private func oneDecimal(_ number: Double) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  @Test func loadsNothingFromElsewhereAndHoldsNoInlineStyle() throws {
    for name in loaded.theme.programs.keys.sorted() {
      let text = try text(of: "templates/\(name).mustache")
      #expect(!text.contains(#/ style=| on[a-z]+="|<style/#), "\(name)")
      // A link may lead elsewhere; nothing else may come from there.
      #expect(!text.contains(#/(src|<link [^>]*href)="(https?:)?\/\//#), "\(name)")
    }
    let sheets = loaded.theme.assets.filter { $0.name.hasSuffix(".css") }
    #expect(sheets.map(\.name).contains("ti.css"))
    for sheet in sheets {
      let text = String(decoding: sheet.bytes, as: UTF8.self)
      #expect(!text.contains(#/@import|url\((?!"data:)/#), "\(sheet.name)")
    }
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
  }

  private func words(in language: String) throws -> Set<String> {
    let bytes = Array(try text(of: "langues/\(language).yaml").utf8)
    let path = "langues/\(language).yaml"
    return Set(WordFile(ThemeFile(path: path, shownAs: path, bytes: bytes)).words.keys)
  }

  /// Reads the colours of the first rule of the theme’s colours, or of it and the one for dark screens.
  private func colours(ofDark isDark: Bool) throws -> [String: String] {
    let rules = try text(of: "assets/_teintes.css").components(separatedBy: ":root {").dropFirst()
    var colours: [String: String] = [:]
    for rule in rules.prefix(isDark ? 2 : 1) {
      for match in rule.prefix(while: { $0 != "}" }).matches(of: #/--([\w-]+): #([0-9a-f]{6});/#) {
        colours[String(match.1)] = String(match.2)
      }
    }
    return colours
  }

  /// The contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
  private func contrast(_ first: String?, _ second: String?) throws -> Double {
    let luminances = try [luminance(#require(first)), luminance(#require(second))].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour, radix: 16))
    let channels = [16, 8, 0].map { shift in
      let value = Double(number >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
