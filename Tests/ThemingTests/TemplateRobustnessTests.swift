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

  @Test func invalidUTF8IsShownAsReplacementCharacters() {
    let bytes: [UInt8] = Array("{{a\u{E9}".utf8).dropLast() + [0xFF, 0xC3] + Array("}}".utf8)
    let file = ThemeFile(path: "templates/t.mustache", shownAs: "t", bytes: bytes)
    #expect(Theme.load(layers: [[file]]).diagnostics.map(\.id) == ["theme.syntax"])
  }
}
