import Diagnostics
import Testing

@testable import Theming

@Suite struct TemplateSyntaxTests {
  @Test(arguments: [
    "<p>\n  é ¦{{page.title", "¦{{{page.title}}", "a ¦{{page title}}", "¦{{}}", "¦{{é}}",
    "¦{{a..b}}",
    "¦{{.a}}", "{{#a}}\n¦{{/b}}", "¦{{/a}}", "{{#a}}{{/a}}\n ¦{{#b}}", "¦{{^a}}¦{{#b}}",
    "¦{{=<% %>=}}", "¦{{% CONTENT_TYPE:TEXT}}", "¦{{>*name}}", "¦{{<*name}}{{/name}}",
    "¦{{uppercased(a)}}", "{{<t2}}\n  ¦{{a}}{{/t2}}",
    "{{<t2}}{{$a}}{{b}}{{/a}}¦{{#c}}{{/c}}{{/t2}}",
    "{{#a}}{{#b}}\n¦{{/a}}{{/b}}",
  ])
  func errorsAreLocated(template: String) {
    let theme = MarkedTheme(templates: ["t": template, "t2": ""])
    #expect(Set(theme.diagnostics.map(\.id)) == ["theme.syntax"])
    #expect(theme.diagnostics.places.filter { !$0.contains("t2") } == theme.marks)
  }

  @Test(arguments: [
    "", "a { b } {c}", "{{! {{ }}", "{{#a}}{{#a}}{{/a}}{{/a}}", "{{# a }}{{/a}}", "{{>dossier/t2}}",
    "{{<dossier/t2}}{{! }}{{$a}}{{$b}}{{/b}}{{/a}}{{/dossier/t2}}", "{{$a}}{{#b}}{{/b}}{{/a}}",
    "{{#a}}{{index()}}{{#odd()}}{{/odd()}}{{#first()}}{{/first()}}{{/a}}", "{{a}}}",
  ])
  func acceptsTheWholeLanguage(template: String) {
    let theme = MarkedTheme(templates: ["t": template, "dossier/t2": ""])
    #expect(theme.diagnostics.isEmpty)
    #expect(theme.theme.template(for: ["t"]) != nil)
  }

  @Test func missingPartialsAreLocatedWithASuggestion() {
    let theme = MarkedTheme(templates: [
      "t": "{{<base}}{{/base}}\n ¦{{>crad}} ¦{{<bases}}{{/bases}}", "card": "", "base": "",
    ])
    #expect(theme.diagnostics.places == theme.marks)
    #expect(theme.diagnostics.map(\.id) == ["theme.missing-partial", "theme.missing-partial"])
    #expect(theme.diagnostics.first?.message.french == "gabarit introuvable « crad »")
    #expect(theme.diagnostics.first?.suggestion?.french == "vouliez-vous dire « card » ?")
  }

  @Test func partialsThatIncludeThemselvesAreLocatedWithTheCircle() {
    let theme = MarkedTheme(templates: [
      "a": "{{>b}}", "b": "\n{{#x}}{{>c}}{{/x}}", "c": "  ¦{{>b}}", "d": "¦{{>d}} {{>a}}",
    ])
    #expect(theme.diagnostics.places == theme.marks)
    #expect(
      theme.diagnostics.map(\.message.english) == [
        "template that includes itself: b → c → b", "template that includes itself: d → d",
      ])
  }

  @Test func nestingIsBounded() {
    let deep = { (count: Int) in
      String(repeating: "{{#a}}", count: count) + String(repeating: "{{/a}}", count: count)
    }
    #expect(MarkedTheme(templates: ["t": deep(100)]).diagnostics.isEmpty)
    let theme = MarkedTheme(templates: ["t": deep(10_000)])
    #expect(theme.diagnostics.map(\.id) == ["theme.syntax"])
    #expect(theme.diagnostics.places == ["themes/0/templates/t.mustache:1:601"])
  }

  @Test func messagesQuoteTheLineOfTheOpeningTag() {
    let theme = MarkedTheme(templates: ["t": "\n{{#items}}\n{{/item}}"])
    #expect(
      theme.diagnostics.map(\.message.french)
        == ["« item » fermé alors que « items », ouvert à la ligne 2, ne l’est pas"])
  }
}
