import Testing

@testable import ContentModel

@Suite struct SheetBodyTests {
  private static let text = Array("Un texte,\tde plusieurs\r\nlignes, d’été.\u{FFFD}\n".utf8)

  @Test(arguments: [
    [0x00], [0x01], [0x08], [0x0B], [0x0C], [0x1F], [0x7F], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF],
  ])
  func findsAControlCharacterAtAnyPlace(bytes: [UInt8]) {
    // Between two characters.
    for place in Self.text.indices where Self.text[place] & 0xC0 != 0x80 {
      let text = [0x01] + Self.text[..<place] + bytes + Self.text[place...]
      let found = SheetBody.controlCharacters(in: text[1...])
      #expect(found?.first == place)
      #expect(found?.count == 1)
    }
  }

  @Test func findsNoneInText() {
    for end in Self.text.indices {
      #expect(SheetBody.controlCharacters(in: Self.text[..<end]) == nil)
    }
  }
}
