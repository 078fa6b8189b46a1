import Diagnostics
import Testing

@testable import Theming

@Suite struct UnknownNameTests {
  private let root: TemplateObject = [
    "page": ["title": "Titre", "summary": .none], "site": ["title": "Ti"],
    "items": [["label": "un"], ["label": "deux"]],
  ]

  @Test(arguments: [
    "<h1>{{page.title}}</h1>\n  <p>¦{{page.titel}}</p>", "é{{page.title}} ¦{{ pages.title }}",
    "{{#items}}\n{{label}} ¦{{labels}}{{/items}}", "¦{{#nothing}}{{/nothing}}{{^page}}{{/page}}",
    "¦{{^nothing}}x{{/nothing}}", "{{#page}}{{title}}¦{{titel}}{{/page}}",
    "¦{{page.title.more}}", "{{page.title}}¦{{{page.site}}}{{#page}}{{site.title}}{{/page}}",
    "{{page.summary.more}}¦{{titel}}",
  ])
  func areReportedAtTheTagThatAsks(template: String) throws {
    let theme = MarkedTheme(templates: ["t": template])
    #expect(theme.diagnostics.isEmpty)
    let page = try theme.page("t", root)
    #expect(page.diagnostics.map(\.id) == ["theme.unknown-name"])
    #expect(page.diagnostics.places == theme.marks)
  }

  @Test func areReportedInThePartialThatAsksWithTheContentFile() throws {
    let theme = MarkedTheme(templates: [
      "t": "{{<base}}{{$main}}{{>part}}{{/main}}{{/base}}",
      "base": "{{$main}}{{/main}}", "part": "\n{{page.title}} ¦{{page.titel}}",
    ])
    let page = try theme.page("t", root)
    let diagnostic = try #require(page.diagnostics.first)
    #expect(page.diagnostics.places == theme.marks)
    #expect(
      diagnostic.message.french
        == "nom inconnu « page.titel » (« titel »), en écrivant la page de content/a.md")
    #expect(
      diagnostic.message.english
        == "unknown name “page.titel” (“titel”), writing the page of content/a.md")
    #expect(diagnostic.suggestion?.french == "vouliez-vous dire « title » ?")
    #expect(diagnostic.location.length == 14)
  }

  @Test func areSuggestedFromNamesThatOtherTagsAskFor() throws {
    let theme = MarkedTheme(templates: ["t": "{{#items}}{{label}}{{labell}}{{/items}}"])
    let page = try theme.page("t", root)
    #expect(page.diagnostics.first?.suggestion?.english == "did you mean “label”?")
  }
}
