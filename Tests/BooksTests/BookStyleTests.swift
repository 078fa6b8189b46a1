import Testing

@testable import Books

struct BookStyleTests {
  private static let asset = """
    :root{--mer:#0b4257;--fond : #fff;--bord:var(--mer)}@media (prefers-color-scheme: dark){:root{--mer:#fff}}\
    h1{color:var(--mer)}p{border:1px solid var(--bord);margin:var(--autre)}@media print{a{color:var(--fond)}}
    """

  @Test func writesTheColoursWhereTheyAreUsed() {
    let style = BookStyle(Array(Self.asset.utf8))
    #expect(
      String(decoding: style.styleSheet, as: UTF8.self)
        == "h1{color:#0b4257}p{border:1px solid #0b4257;margin:var(--autre)}@media print{a{color:#fff}}"
    )
    #expect(style.coloured(Array("fill=\"var(--mer)\"".utf8)) == Array("fill=\"#0b4257\"".utf8))
  }

  @Test(arguments: ["", "p{", ":root{--a:var(--a)}b{c:var(--a)}", "}{", "@import \"a\";p{a:b}"])
  func readsAnything(asset: String) {
    #expect(BookStyle(Array(asset.utf8)).styleSheet.count <= asset.utf8.count + 8)
  }
}
