import Diagnostics
import Testing

@testable import Theming

@Suite struct TemplateRobustnessTests {
  /// A generator of numbers that is the same on every machine.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16 | state << 48
    }
  }

  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{^b}}", "{{/b}}", "{{$c}}", "{{/c}}", "{{<p}}",
    "{{/p}}", "{{>p}}", "{{a.b}}", "{{.}}", "{{#first()}}", "{{/first()}}", "{{index()}}", "{{!",
    "é",
    " ", "\n", "\r\n", "\u{0}", "<b>", "{", "}", "{{ }}", "{{=", "{{%",
  ]

  @Test func everyTextIsEitherRefusedWithALocationOrRendered() throws {
    var dice = Dice(state: 2026)
    var rendered = 0
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...9, using: &dice)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
      let theme = MarkedTheme(templates: ["t": text, "p": "({{$c}}{{/c}})"])
      if theme.diagnostics.isEmpty {
        _ = try theme.page("t", ["a": ["b": "x"], "b": .none])
        rendered += 1
      } else {
        #expect(theme.diagnostics.allSatisfy { $0.location.position != nil })
        #expect(theme.theme.template(for: ["t"]) == nil)
      }
    }
    #expect(rendered > 100)
  }

  @Test func tellsOfATemplateThatIsNotInUTF8() {
    let bytes: [UInt8] = Array("{{a\u{E9}".utf8).dropLast() + [0xFF, 0xC3] + Array("}}".utf8)
    let file = ThemeFile(path: "templates/t.mustache", shownAs: "t", bytes: bytes)
    let found = Theme.load(layers: [[file]]).diagnostics
    #expect(found.map(\.id) == ["theme.encoding", "theme.syntax"])
    #expect(found.first?.location.position?.column == 4)
  }

  /// Forty templates of a line each would come to a million million lines.
  @Test(arguments: ["", "Bonjour.", "{{title}}"])
  func refusesTemplatesThatDouble(last: String) {
    let files = (0..<40).map { level in
      let name = "p\(level + 10)"
      let text = level == 39 ? last : "{{>p\(level + 11)}}{{>p\(level + 11)}}"
      return ThemeFile(
        path: "templates/\(name).mustache", shownAs: name, bytes: Array(text.utf8))
    }
    let (theme, diagnostics) = Theme.load(layers: [files])
    #expect(diagnostics.map(\.id) == ["theme.size"])
    #expect(diagnostics.allSatisfy { $0.location.position != nil })
    #expect(theme.template(for: ["p10"]) == nil)
  }

  @Test func refusesALongTextThatIsIncludedTooOften() {
    let long = ThemeFile(
      path: "templates/b.mustache", shownAs: "b",
      bytes: [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 18))
    let many = ThemeFile(
      path: "templates/a.mustache", shownAs: "a",
      bytes: Array(String(repeating: "{{>b}}", count: 100).utf8))
    let (_, diagnostics) = Theme.load(layers: [[many, long]])
    #expect(diagnostics.map(\.id) == ["theme.size"])
  }
}
