import Testing

@testable import Theming

@Suite struct TemplateIDsTests {
  private func ids(_ files: KeyValuePairs<String, String>) throws -> TemplateIDs {
    let theme = MarkedTheme(files).theme
    return theme.ids(of: try #require(theme.template(for: ["t"])))
  }

  @Test func areThoseOfTheTemplateItsLayoutAndItsPartials() throws {
    let found = try ids([
      "templates/base.mustache": "<main id=\"contenu\">{{$main}}<p id=\"vide\">{{/main}}</main>",
      "templates/part.mustache": "<h2\n id='voisines'>Voir aussi</h2>",
      "templates/t.mustache":
        "{{<base}}{{$main}}{{#a}}<h2 id=\"a-b\">{{a}}</h2>{{/a}}{{>part}}{{/main}}{{/base}}",
      "templates/other.mustache": "<p id=\"ailleurs\">",
    ])
    #expect(found.literals == ["contenu", "a-b", "voisines"])
    #expect(found.patterns == [])
  }

  @Test func mayHoldOneValue() throws {
    let found = try ids([
      "templates/t.mustache":
        "{{#l}}<h2 id=\"champ-{{key}}\" class=\"{{b}}\"><p id=\"{{a.id}}-x\">{{/l}}"
    ])
    let patterns = found.patterns.map { [$0.start, $0.name, $0.end] }.sorted { $0[0] < $1[0] }
    #expect(found.literals == [])
    #expect(patterns == [["", "id", "-x"], ["champ-", "key", ""]])
  }

  @Test(arguments: [
    "<p id=\"a{{b}}{{c}}\">", "<p id=\"a{{#b}}c{{/b}}\">", "<p id=\"\">", "<p data-id=\"a\">",
    "<p class=\"id\">", "<p id={{a}}>", "<p id=\"a", "<label for=\"a\">",
  ])
  func areNoneWhereNothingCanBeForeseen(template: String) throws {
    let found = try ids(["templates/t.mustache": template + "{{t.a}}"])
    #expect(found == TemplateIDs())
  }
}
