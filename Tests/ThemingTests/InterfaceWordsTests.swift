import Diagnostics
import Testing

@testable import Theming

@Suite struct InterfaceWordsTests {
  private let marked = MarkedTheme(layers: [
    [
      (
        "langues/fr.yaml",
        """
        menu: Menu
        plan: Plan du site
        fiches: { one: "{n} fiche", other: "{n} fiches sur {total}" }
        mois: [janvier, février]
        """
      ),
      (
        "langues/br.yaml",
        "menu: Lañser\nfiches: { one: \"{n} deiz\", two: \"{n} zeiz\", other: \"{n} deiz\" }\n"
      ),
      ("langues/en.yaml", "fiches: { one: \"{n} sheet\", other: \"{n} sheets of {total}\" }\n"),
      ("templates/t.mustache", "{{t.menu}} {{t.plan}}{{#t.mois}} {{.}}{{/t.mois}}{{t.fiches.one}}"),
    ], [("langues/fr.yaml", "plan: Carte\n")],
  ])

  @Test func missingWordsAreSaidInFrench() throws {
    let breton = marked.theme.words(for: "br-FR")
    #expect(breton.text("menu") == "Lañser")
    #expect(breton.text("plan") == "Carte")
    #expect(breton.text("rien") == "rien")
    #expect(marked.theme.words(for: "de").text("menu") == "Menu")
    #expect(marked.theme.languages == ["br", "en", "fr"])
    let page = try marked.page("t", ["t": breton.templateValue])
    #expect(page.text == "Lañser Carte janvier février{n} deiz")
    #expect(page.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("fr", 0, "0 fiche"), ("fr", 1, "1 fiche"), ("fr", 2, "2 fiches sur 9"),
    ("fr", 12_345, "12\u{202F}345 fiches sur 9"), ("en", 0, "0 sheets of 9"), ("en", 1, "1 sheet"),
    ("br", 1, "1 deiz"), ("br", 2, "2 zeiz"), ("br", 3, "3 deiz"), ("br", 12, "12 deiz"),
    ("br", 22, "22 zeiz"), ("br", 72, "72 deiz"), ("br", 102, "102 zeiz"),
    ("en", 1_234_567, "1,234,567 sheets of 9"), ("en", 100, "100 sheets of 9"),
  ])
  func pluralsFollowTheLanguage(language: String, count: Int, expected: String) {
    let words = marked.theme.words(for: language)
    #expect(words.text("fiches", count: count, ["total": "9"]) == expected)
  }

  @Test func listsKeepTheirOrder() {
    #expect(marked.theme.words(for: "fr").list("mois") == ["janvier", "février"])
    #expect(marked.theme.words(for: "fr").list("menu").isEmpty)
  }

  @Test(arguments: [
    "a: 1\n¦b: { one: x }", "¦- a\n- b", "a: b\n¦c: [[d]]", "a: \"b\n¦",
  ])
  func unreadableFilesAreLocated(text: String) {
    let theme = MarkedTheme(["langues/fr.yaml": text])
    #expect(theme.diagnostics.map(\.id) == ["theme.words"])
    #expect(theme.diagnostics.places == theme.marks)
  }
}
