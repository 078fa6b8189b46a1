import Mustache
import Testing

@testable import Theming

/// Our templates are Mustache: swift-mustache, which is slower by an order of magnitude because it
/// looks at every value through dynamic casts, says what the same template gives.
@Suite struct ReferenceEngineTests {
  private static let templates = [
    "", "a { b } {c}}", "{{title}}", "{{ title }}", "{{page.title}} {{page.inner.deep}}",
    "{{#page}}{{title}} {{site}}{{/page}}",
    "{{#page}}{{#inner}}{{deep}}{{title}}{{/inner}}{{/page}}",
    "{{#items}}{{title}}{{site}};{{/items}}", "{{#items}}{{#tags}}{{.}},{{/tags}}{{/items}}",
    "{{#items}}{{^tags}}aucune{{/tags}}{{/items}}", "{{#empty}}x{{/empty}}{{^empty}}y{{/empty}}",
    "{{#yes}}{{title}}{{/yes}}{{^yes}}x{{/yes}}", "{{#no}}x{{/no}}{{^no}}y{{/no}}",
    "{{#title}}[{{.}}]{{/title}}", "{{#names}}{{.}}{{^last()}}, {{/last()}}{{/names}}",
    "{{#names}}{{#first()}}<{{/first()}}{{index()}}{{#even()}}=|{{/even()}}{{#odd()}}+{{/odd()}}{{/names}}",
    "{{#names}}{{#yes}}{{#first()}}1{{/first()}}{{/yes}}{{/names}}",
    "{{number}}{{#number}}n{{/number}}",
    "{{>part}}{{#items}}{{>part}}{{/items}}", "{{! note }}a{{!b}}",
    "{{<base}}{{/base}}", "{{<base}}{{$main}}{{title}}{{>part}}{{/main}}{{/base}}",
    "{{<base}}{{$head}}H{{/head}}{{$main}}M{{/main}}{{/base}}",
    "{{<middle}}{{$main}}outer{{/main}}{{/middle}}",
    "{{<middle}}{{$inside}}i{{/inside}}{{/middle}}",
    "{{#items}}{{<base}}{{$main}}{{title}}{{/main}}{{/base}}{{/items}}",
    "{{$alone}}{{title}}{{/alone}}",
    "{{#names}}{{#items}}{{title}}{{/items}}{{/names}}{{#page}}{{#page.inner}}{{deep}}{{/page.inner}}{{/page}}",
  ]
  private static let partials = [
    "part": "({{title}}{{#names}}{{.}}{{/names}})",
    "base": "<{{$head}}{{title}}{{/head}}|{{$main}}{{>part}}{{/main}}>",
    "middle": "{{<base}}{{$main}}m{{$inside}}{{/inside}}{{/main}}{{/base}}",
  ]

  @Test(arguments: templates)
  func agreesWithSwiftMustache(template: String) throws {
    var files = Self.partials.map { (path: "templates/\($0.key).mustache", text: $0.value) }
    files.append((path: "templates/t.mustache", text: template))
    let ours = try MarkedTheme(layers: [files]).page("t", values)

    var library = MustacheLibrary()
    for (name, text) in Self.partials { try library.register(text, named: name) }
    try library.register(template, named: "t")
    #expect(ours.text == library.render(foreignValues, withTemplate: "t"))
    #expect(ours.diagnostics.isEmpty)
  }

  private let values: TemplateObject = [
    "title": "Titre & « l'é»\">", "site": "Ti", "number": 12, "yes": true, "no": false, "empty": [],
    "names": ["un", "<deux>", "trois"],
    "page": ["title": "P", "inner": ["deep": "au fond"]],
    "items": [["title": "1", "tags": ["a", "b"]], ["title": "2", "tags": []]],
  ]

  private var foreignValues: [String: Any] {
    [
      "title": "Titre & « l'é»\">", "site": "Ti", "number": 12, "yes": true, "no": false,
      "empty": [String](), "names": ["un", "<deux>", "trois"],
      "page": ["title": "P", "inner": ["deep": "au fond"]] as [String: Any],
      "items": [
        ["title": "1", "tags": ["a", "b"]] as [String: Any],
        ["title": "2", "tags": [String]()] as [String: Any],
      ],
    ]
  }
}
