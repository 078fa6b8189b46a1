import ImageProcessing
import Testing

@Suite("Drawings cleaned")
struct CleanedSVGTests {
  /// Returns a drawing with something in it.
  private static func svg(_ content: String, attributes: String = "") -> [UInt8] {
    let namespaces =
      #"xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#
    return Array("<svg \(namespaces)\(attributes)>\(content)</svg>".utf8)
  }

  private static func text(_ drawing: CleanedSVG) -> String {
    String(decoding: drawing.bytes, as: UTF8.self)
  }

  private static let open = #"<svg xmlns="http://www.w3.org/2000/svg">"#

  @Test(arguments: [
    #"<path d="M0 0 L10 10" fill="url(#a)"/>"#, #"<text x="1">Un &amp; deux &lt; trois</text>"#,
    #"<title>Le plan d’une salle</title>"#, "<style>.a{fill:#123456}</style>",
    ##"<use href="#a"/>"##, #"<image href="data:image/png;base64,AAAA"/>"#,
    #"<text xml:lang="br">Ti</text>"#, #"<g><circle r="2"/></g>"#,
  ])
  func keepsWhatDraws(content: String) throws {
    let drawing = try CleanedSVG(Self.svg(content))
    #expect(Self.text(drawing) == Self.open + content + "</svg>")
    #expect(drawing.removals == [])
  }

  @Test func leavesOutAttributesThatSayNothing() throws {
    let drawing = try CleanedSVG(
      Self.svg(#"<text text-anchor="" y="1">un</text><g systemLanguage=""/>"#))
    #expect(
      Self.text(drawing) == Self.open + #"<text y="1">un</text><g systemLanguage=""/></svg>"#)
    #expect(drawing.removals == [])
  }

  @Test func writesALinkGivenTwiceOnce() throws {
    let drawing = try CleanedSVG(Self.svg(##"<use href="#a" xlink:href="#b"/>"##))
    #expect(Self.text(drawing) == Self.open + ##"<use href="#a"/></svg>"##)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", CleanedSVG.Removal.script),
    ("<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">alert(1)</svg:script>", .script),
    (#"<script href="data:,alert(1)"/>"#, .script),
    (
      #"<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>"#,
      .foreignContent
    ),
    (#"<animate attributeName="x"/>"#, .animation),
    (#"<set attributeName="href" to="javascript:alert(1)"/>"#, .animation),
    ("<style>@import url(https://exemple.fr/a.css);</style>", .outsideReference),
    (#"<style>.a{fill:u\72l(https://exemple.fr/a)}</style>"#, .outsideReference),
  ])
  func leavesOutElements(content: String, removal: CleanedSVG.Removal) throws {
    let drawing = try CleanedSVG(Self.svg(content + "<g/>"))
    #expect(drawing.removals == [removal])
    let rest = Self.text(drawing).replacing("<style></style>", with: "")
    #expect(rest == Self.open + "<g/></svg>")
  }

  @Test(arguments: [
    (#"onload="alert(1)""#, CleanedSVG.Removal.eventAttribute), (#"OnClick="x""#, .eventAttribute),
    (#"xlink:href="https://exemple.fr/a.png""#, .outsideReference),
    (#"href="javascript:alert(1)""#, .outsideReference),
    (#"href="//exemple.fr/a.svg#b""#, .outsideReference),
    (#"fill="url( 'https://exemple.fr/a#b')""#, .outsideReference),
    (#"style="fill:url(a.svg#b)""#, .outsideReference),
    (#"fill="URL(http://exemple.fr/a#b)""#, .outsideReference),
    (#"mask="Url(http://exemple.fr/a#b)""#, .outsideReference),
    (#"mask="u\72l(http://exemple.fr/a#b)""#, .outsideReference),
    (#"cursor="image-set('http://exemple.fr/a' 1x)""#, .outsideReference),
  ])
  func leavesOutAttributes(attribute: String, removal: CleanedSVG.Removal) throws {
    let drawing = try CleanedSVG(Self.svg("<a \(attribute) id=\"a\"><g/></a>"))
    #expect(drawing.removals == [removal])
    #expect(Self.text(drawing) == Self.open + #"<a id="a"><g/></a></svg>"#)
  }

  @Test func leavesOutInSilenceWhatEditorsKeepForThemselves() throws {
    let source = """
      <?xml version="1.0"?><!-- fait par quelqu’un --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://editeur.exemple/" i:dossier="/home/x">
      <metadata>Quelqu’un</metadata><i:vue zoom="2"/><g i:nom="x"/></svg>
      """
    let drawing = try CleanedSVG(Array(source.utf8))
    #expect(drawing.removals == [])
    #expect(Self.text(drawing) == Self.open + "\n<g/></svg>")
  }

  @Test(
    arguments: [
      (#" width="760" height="500.4""#, 760, 500),
      (#" width="12px" height="8px" viewBox="0 0 1 1""#, 12, 8),
      (#" viewBox="0,0 30 20""#, 30, 20), (#" width="100%" height="50%" viewBox="0 0 3 2""#, 3, 2),
      (#" width="-3" height="x""#, nil, nil), (#" width="1e300" height="9""#, nil, nil),
    ] as [(String, Int?, Int?)])
  func readsTheSize(attributes: String, width: Int?, height: Int?) throws {
    let drawing = try CleanedSVG(Self.svg("", attributes: attributes))
    #expect(drawing.width == width)
    #expect(drawing.height == height)
  }

  @Test(arguments: [
    ("", PictureProblem.empty), ("Une note.", .notXML(line: 1)), ("<html/>", .unknownFormat),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g>\n</svg>", .notXML(line: 3)),
    (
      "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><svg><text>&b;</text></svg>",
      .entities
    ),
    ("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>&a;</svg>", .entities),
  ])
  func refusesWhatIsNoDrawing(source: String, problem: PictureProblem) {
    #expect(throws: problem) { try CleanedSVG(Array(source.utf8)) }
  }

  @Test(arguments: [
    "<style>.a{}@imp<!-- -->ort url(https://exemple.fr/a.css);</style>",
    "<style>.a{}@imp<g/>ort url(https://exemple.fr/a.css);</style>",
    "<style>.a{}@imp<![CDATA[ort url(https://exemple.fr/a.css);]]></style>",
  ])
  func readsAStyleAsBrowsersDo(content: String) throws {
    let drawing = try CleanedSVG(Self.svg(content))
    #expect(drawing.removals == [.outsideReference])
    #expect(!Self.text(drawing).contains("exemple.fr"))
  }

  @Test func refusesAnEntityThatOnlyAnotherFileExplains() {
    let source = "<!DOCTYPE svg SYSTEM \"a.dtd\"><svg><text>&deux;</text></svg>"
    #expect(throws: PictureProblem.entities) { try CleanedSVG(Array(source.utf8)) }
  }

  @Test func refusesElementsNestedWithoutEnd() {
    let source = String(repeating: "<g>", count: 100_000)
    #expect(throws: PictureProblem.self) { try CleanedSVG(Self.svg(source)) }
  }

  @Test func readsManyDrawingsAtOnce() async throws {
    let source = Self.svg(String(repeating: "<g><path d=\"M0 0\"/></g>", count: 200))
    let expected = try CleanedSVG(source)
    try await withThrowingTaskGroup(of: CleanedSVG.self) { group in
      for _ in 0..<16 { group.addTask { try CleanedSVG(source) } }
      for try await made in group { #expect(made == expected) }
    }
  }

  @Test(
    arguments: [
      ("ISO-8859-1", [UInt8(0xE9)]), ("UTF-8", [0xC3, 0xA9]), ("utf8", [0xC3, 0xA9]),
      ("UTF-16", [0xC3, 0xA9]), ("US-ASCII", Array("&#233;".utf8)),
      ("windows-1252", Array("&#xE9;".utf8)),
    ] as [(String, [UInt8])])
  func readsTheEncodingThatIsDeclared(encoding: String, letter: [UInt8]) throws {
    let start = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>".utf8)
    let mark = Array("@".utf8)
    let svg = Self.svg("<text>@</text>").split(separator: mark[0]).map(Array.init)
    let drawing = try CleanedSVG(start + svg[0] + letter + svg[1])
    #expect(Self.text(drawing) == Self.open + "<text>é</text></svg>")
  }

  @Test func readsUTF16() throws {
    let text = String(decoding: Self.svg("<text>é</text>"), as: UTF8.self)
    func encoded(_ text: String) -> [UInt8] {
      [0xFF, 0xFE]
        + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    }
    #expect(try Self.text(CleanedSVG(encoded(text))) == Self.open + "<text>é</text></svg>")
    let entity = "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + text
    #expect(throws: PictureProblem.entities) { try CleanedSVG(encoded(entity)) }
  }

  @Test func refusesAnotherEncodingByItsName() {
    let svg = Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?>".utf8) + Self.svg("\u{E9}")
    #expect(throws: PictureProblem.encoding("windows-1252")) { try CleanedSVG(svg) }
  }
}
