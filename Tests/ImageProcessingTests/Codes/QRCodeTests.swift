import Testing

@testable import ImageProcessing

/// `Tests/Browser/test_cards.py` reads codes with a decoder.
struct QRCodeTests {
  @Test func makesASquareOfOnePathOnWhite() throws {
    let code = try QRCode("https://exemple.bzh/methodes/world-cafe/")
    #expect(code.side == 29)
    let svg = String(decoding: code.svg, as: UTF8.self)
    #expect(svg.contains(#"viewBox="0 0 37 37""#))
    #expect(svg.split(separator: "<path").count == 2)
    #expect(svg.contains(##"<rect width="37" height="37" fill="#fff"/>"##))
    // The corner that readers look for: seven squares, four from each edge.
    #expect(svg.contains(#"<path d="M4 4h7v1h-7z"#))
  }

  @Test func makesTheSameCodeAgain() throws {
    #expect(try QRCode("https://exemple.bzh/é/").svg == QRCode("https://exemple.bzh/é/").svg)
  }

  @Test func refusesTextsThatAreTooLong() throws {
    #expect(try QRCode(String(repeating: "a", count: QRCode.maxLength)).side == 77)
    #expect(throws: QRCode.Problem.tooLong(413)) { try QRCode(String(repeating: "a", count: 413)) }
    #expect(throws: QRCode.Problem.tooLong(500_000)) {
      try QRCode(String(repeating: "a", count: 500_000))
    }
  }

  @Test func refusesAnEmptyText() {
    #expect(throws: QRCode.Problem.refused) { try QRCode("") }
  }
}
