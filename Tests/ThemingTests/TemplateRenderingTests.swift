import Testing

@testable import Theming

@Suite struct TemplateRenderingTests {
  @Test(arguments: [
    ("{{a}}", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    ("{{{a}}}", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    ("{{&a}}", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    ("{{{html}}}", "<p>é</p>"), ("{{html}}", "<p>é</p>"), ("{{ html }}", "<p>é</p>"),
    ("{{number}}", "1200"), ("{{#yes}}oui{{/yes}}{{^yes}}non{{/yes}}", "oui"),
    ("{{#no}}oui{{/no}}{{^no}}non{{/no}}", "non"),
    ("{{#empty}}oui{{/empty}}{{^empty}}non{{/empty}}", "non"),
    ("{{#nobody}}oui{{/nobody}}{{^nobody}}non{{/nobody}}", "non"),
    ("{{#absent}}oui{{/absent}}{{^absent}}non{{/absent}}", "non"),
    ("{{absent}}{{absent.more.still}}", ""),
    ("{{#list}}{{.}}{{^last()}}, {{/last()}}{{/list}}", "un, deux &amp; trois"),
    ("{{#object}}{{inner}} {{number}}{{/object}}", "dedans 1200"),
    ("{{object.inner}}", "dedans"), ("{{#object.inner}}[{{.}}]{{/object.inner}}", "[dedans]"),
    ("{{#objects}}{{inner}}{{/objects}}", "12"), ("{{! rien }}", ""),
  ])
  func rendersValues(template: String, expected: String) throws {
    let theme = MarkedTheme(templates: ["t": template])
    let page = try theme.page(
      "t",
      [
        "a": "<b> & \"c\" 'd'", "html": .markup("<p>é</p>"), "number": 1200, "yes": true,
        "no": false, "empty": "", "nobody": [], "absent": .none, "list": ["un", "deux & trois"],
        "object": ["inner": "dedans"], "objects": [["inner": "1"], ["inner": "2"]],
      ])
    #expect(page.text == expected)
    #expect(page.diagnostics.isEmpty)
  }

  @Test func letsOuterObjectsAnswerForWhatAnInnerOneLacks() throws {
    let theme = MarkedTheme(templates: ["t": "{{#items}}{{site.title}}:{{title}} {{/items}}"])
    let page = try theme.page("t", ["site": ["title": "Ti"], "items": [["title": "un"]]])
    #expect(page.text == "Ti:un ")
    #expect(page.diagnostics.isEmpty)
  }

  @Test func knownButEmptyValueHidesTheOuterOne() throws {
    let theme = MarkedTheme(templates: ["t": "{{#items}}[{{summary}}]{{/items}}"])
    let page = try theme.page("t", ["summary": "de la page", "items": [["summary": .none]]])
    #expect(page.text == "[]")
    #expect(page.diagnostics.isEmpty)
  }

  @Test func fillsTheBlocksOfALayout() throws {
    let theme = MarkedTheme(templates: [
      "base": "<title>{{$title}}{{site}}{{/title}}</title>\n<main>{{$main}}{{/main}}</main>\n",
      "sheet":
        "{{<base}}\n  {{$main}}\n    <h1>{{title}}</h1>\n    {{>foot}}\n  {{/main}}\n{{/base}}",
      "foot": "<p>{{title}}</p>\n",
    ])
    let page = try theme.page("sheet", ["site": "Ti", "title": "A & B"])
    #expect(
      page.text == "<title>Ti</title>\n<main><h1>A &amp; B</h1>\n<p>A &amp; B</p>\n</main>\n")
  }

  @Test func dropsIndentationAndBlankLinesOfTemplatesAndNoneOfValues() throws {
    let theme = MarkedTheme(templates: [
      "t": "<ul>\r\n\n    <li>\n\t{{>part}}\n\n  </li>  \n</ul>",
      "part": "  <pre>{{{code}}}</pre>\n",
    ])
    let page = try theme.page("t", ["code": .markup("a\n\n    b")])
    #expect(page.text == "<ul>\n<li>\n<pre>a\n\n    b</pre>\n</li>\n</ul>")
  }

  @Test func keepsNoTraceOfLinesThatHoldOnlyTags() throws {
    let theme = MarkedTheme(templates: [
      "t":
        "a\n{{#yes}}{{! note }}\n  b {{#yes}} c {{/yes}}\n{{/yes}}\n{{title}}\n<i{{#yes}} d{{/yes}}>\n"
    ])
    let page = try theme.page("t", ["yes": true, "title": "T"])
    #expect(page.text == "a\nb  c \nT\n<i d>\n")
  }

  @Test func leavesNoBlankLineForWhatIsNotThere() throws {
    let theme = MarkedTheme(templates: [
      "t": "{{no}}\n<p>\n{{#no}}<b>{{no}}</b>{{/no}}\n{{no}}\n</p>\n{{{code}}}"
    ])
    let page = try theme.page("t", ["no": .none, "code": .markup("\n\n")])
    #expect(page.text == "<p>\n</p>\n\n\n")
  }

  @Test func fillsABlockWithinItselfWithTheDefault() throws {
    let theme = MarkedTheme(templates: [
      "base": "{{$title}}Ti Lab{{/title}}",
      "t": "{{<base}}{{$title}}Méthodes – {{$title}}Ti{{/title}}{{/title}}{{/base}}",
    ])
    #expect(try theme.page("t", [:]).text == "Méthodes – Ti")
  }

  @Test func choosesTheFirstTemplateThatExists() {
    let theme = MarkedTheme(templates: ["sheet": "s", "methode": "m"]).theme
    #expect(theme.template(for: ["methode", "sheet"])?.text == "methode")
    #expect(theme.template(for: ["projet", "sheet"])?.text == "sheet")
    #expect(theme.template(for: ["projet"]) == nil)
  }

  @Test func replacesSingleTemplates() throws {
    let theme = MarkedTheme(layers: [
      [
        ("templates/base.mustache", "[{{$m}}{{/m}}]"),
        ("templates/t.mustache", "{{<base}}{{$m}}1{{/m}}{{/base}}"),
      ],
      [("templates/base.mustache", "({{$m}}{{/m}})")],
    ])
    #expect(try theme.page("t", [:]).text == "(1)")
  }

  @Test func rendersTheSameFromManyTasksAtOnce() async throws {
    let theme = MarkedTheme(templates: ["t": "{{#items}}{{title}}{{unknown}}{{site}}{{/items}}"])
    let root: TemplateObject = [
      "site": "&", "items": .list((0..<50).map { ["title": .text("<\($0)>")] }),
    ]
    let expected = try theme.page("t", root)
    #expect(expected.diagnostics.count == 1)
    try await withThrowingTaskGroup(of: (String, Int).self) { group in
      for _ in 0..<100 {
        group.addTask {
          let page = try theme.page("t", root)
          return (page.text, page.diagnostics.count)
        }
      }
      for try await (text, count) in group {
        #expect(text == expected.text)
        #expect(count == 1)
      }
    }
  }
}
