import Diagnostics
import Testing

@testable import Theming

@Suite struct TemplateSourceMapTests {
  private let theme = MarkedTheme(templates: [
    "t":
      "{{<base}}\n  {{$main}}\n    <h1>{{title}}</h1>\n    {{>part}}\n\n<p>é {{a}}</p>{{/main}}{{/base}}",
    "base": "<main>\n\n  {{$main}}{{/main}}\n</main>\n",
    "part": "<ul>\n  <li>\n    <b>x</b></li></ul>\n",
  ])

  /// Each piece of the page, and the template, line and column that it comes from.
  @Test(arguments: [
    ("<main>", "base.mustache:1:1"), ("<h1>", "t.mustache:3:5"), ("</h1>", "t.mustache:3:18"),
    ("<ul>", "part.mustache:1:1"), ("<li>", "part.mustache:2:3"), ("<b>", "part.mustache:3:5"),
    ("</li>", "part.mustache:3:13"), ("<p>", "t.mustache:6:1"), ("é", "t.mustache:6:4"),
    ("</main>", "base.mustache:4:1"), ("Titre", "title t.mustache:3:9"), ("A", "a t.mustache:6:6"),
    ("itre", "title t.mustache:3:9"),
  ])
  func tellsWhereBytesComeFrom(piece: String, origin: String) throws {
    let root: TemplateObject = ["title": "Titre", "a": "A"]
    let name = try #require(theme.theme.template(for: ["t"]))
    let page = try theme.page("t", root).text
    let trace = try #require(theme.theme.trace(name, root))
    let place = try #require(page.firstRange(of: piece)?.lowerBound)
    let found = trace.origin(ofByte: page.utf8.distance(from: page.startIndex, to: place))
    #expect(found.map(Self.summary) == origin)
  }

  @Test func tellsNothingOfAnEmptyPage() throws {
    let theme = MarkedTheme(templates: ["t": ""]).theme
    let name = try #require(theme.template(for: ["t"]))
    #expect(try #require(theme.trace(name, [:])).origin(ofByte: 0) == nil)
  }

  private static func summary(_ origin: TemplateSourceMap.Origin) -> String {
    func place(_ location: Diagnostics.SourceLocation) -> String {
      let file = location.path.split(separator: "/").last ?? ""
      return "\(file):\(location.position?.line ?? 0):\(location.position?.column ?? 0)"
    }
    return switch origin {
    case .text(let location): place(location)
    case .value(let name, let location): "\(name) \(place(location))"
    }
  }
}
