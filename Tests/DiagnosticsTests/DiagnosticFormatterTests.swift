import Diagnostics
import Testing

struct DiagnosticFormatterTests {
  private let duration = Diagnostic(
    .error, id: "front-matter.duration",
    at: SourceLocation(path: "content/forum.md", line: 2, column: 8, length: 16),
    LocalizedText(fr: "durée illisible « 3 heure et quart »", en: "unreadable duration"),
    expected: LocalizedText(fr: "« 90 min »", en: "“90 min”"))

  @Test func putsACaretUnderTheValue() {
    let lines = LineIndex(Array("titre: Forum\nduree: 3 heure et quart\n".utf8))
    let text = DiagnosticFormatter(language: .french).format(duration, lines: lines)
    #expect(
      text == """
        content/forum.md:2:8: erreur: durée illisible « 3 heure et quart » [front-matter.duration]
          2 | duree: 3 heure et quart
            |        ^~~~~~~~~~~~~~~~
          attendu : « 90 min »

        """)
  }

  @Test(arguments: [(40, false), (4, true)])
  func showsNoLongListAboveTheOneAnswer(names: Int, isShown: Bool) {
    let list = LocalizedText(
      verbatim: Array(repeating: "nom", count: names).joined(separator: ", "))
    let suggestion = LocalizedText(fr: "vouliez-vous dire « nom » ?", en: "did you mean “nom”?")
    let at = SourceLocation(path: "a.md")
    let formatter = DiagnosticFormatter(language: .french)
    let near = Diagnostic(
      .error, id: "x", at: at, list, expected: list, suggestion: suggestion)
    let alone = Diagnostic(.error, id: "x", at: at, list, expected: list)
    #expect(formatter.format(near, lines: nil).contains("attendu : nom, ") == isShown)
    #expect(formatter.format(near, lines: nil).hasSuffix("  vouliez-vous dire « nom » ?\n"))
    #expect(formatter.format(alone, lines: nil).contains("attendu : nom, "))
  }

  @Test func speaksEnglish() {
    let text = DiagnosticFormatter(language: .english).format(duration, lines: nil)
    #expect(
      text == """
        content/forum.md:2:8: error: unreadable duration [front-matter.duration]
          expected: “90 min”

        """)
  }

  /// Reading the whole line again for each of these findings would take hours.
  @Test(.timeLimit(.minutes(30))) func saysManyThingsOfOneLongLine() {
    let line = Array(String(repeating: "mot [é](x.md) ", count: 200_000).utf8)
    let found = (0..<200_000).map { index in
      Diagnostic(
        .warning, id: "x", at: SourceLocation(path: "a.md", line: 1, column: index * 14 + 5),
        LocalizedText(verbatim: "mort"))
    }
    let texts = DiagnosticFormatter(language: .french).format(found) { _ in line }
    #expect(texts.count == found.count)
    #expect(texts.last?.contains("mot [é](x.md) \n") == true)
  }

  @Test func showsAWindowOfAVeryLongLine() {
    let line = String(repeating: "a", count: 10_000)
    let far = Diagnostic(
      .warning, id: "x", at: SourceLocation(path: "a.md", line: 1, column: 5_000, length: 900),
      LocalizedText(verbatim: "loin"))
    let text = DiagnosticFormatter(language: .french).format(
      far, lines: LineIndex(Array(line.utf8)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 140 })
  }

  @Test func sortsByPathThenPosition() {
    func at(_ path: String, _ line: Int) -> Diagnostic {
      Diagnostic(
        .error, id: "x", at: SourceLocation(path: path, line: line, column: 1),
        LocalizedText(verbatim: ""))
    }
    let sorted = [at("b.md", 1), at("a.md", 10), at("a.md", 9), at("b.md", 1)].sortedByLocation()
    #expect(sorted == [at("a.md", 9), at("a.md", 10), at("b.md", 1)])
  }

  @Test func sortsWhatIsSaidOfOnePlaceByAllItsWords() {
    let found = ["a", "b", "c", "d"].map { expected in
      Diagnostic(
        .warning, id: "x", at: SourceLocation(path: "a.md", line: 1, column: 1),
        LocalizedText(verbatim: "m"), expected: LocalizedText(verbatim: expected))
    }
    // The order in a set is another for each set.
    for _ in 0..<20 { #expect(found.shuffled().sortedByLocation() == found) }
  }
}
