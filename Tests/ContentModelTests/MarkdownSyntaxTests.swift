import Diagnostics
import Testing

@testable import ContentModel

/// The syntax of other tools that `archipel.yaml` turns off.
@Suite struct MarkdownSyntaxTests {
  private func load(_ text: String) -> (syntax: MarkdownSyntax, ids: [String]) {
    var diagnostics: [Diagnostic] = []
    let configuration = SiteConfiguration(
      path: "archipel.yaml", text: text, reporting: &diagnostics)
    return (configuration.markdown, diagnostics.map(\.id))
  }

  @Test func readsAllOfItByDefault() {
    #expect(load("title: T\n").syntax.disabled == [])
  }

  @Test func turnsKindsOffInBothLanguages() {
    let read = load("markdown: { emoji: false, encadres: non, marks: false, formules: oui }\n")
    #expect(read.syntax.disabled == [.emoji, .admonitions, .marks])
    #expect(read.ids == [])
  }

  @Test func reportsAnUnknownKind() {
    #expect(load("markdown: { emojy: false }\n").ids.count == 1)
  }
}
