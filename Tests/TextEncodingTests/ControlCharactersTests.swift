import Testing

@testable import TextEncoding

@Suite struct ControlCharactersTests {
  private static let text = Array("Un texte,\tde plusieurs\r\nlignes, d’été.\u{FFFD}\n".utf8)

  private static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    text.withUnsafeBufferPointer { ControlCharacters.forEach(in: $0) { ranges.append($0) } }
    return ranges
  }

  @Test(arguments: [
    [0x00], [0x01], [0x08], [0x0B], [0x0C], [0x1F], [0x7F], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF],
  ])
  func findsACharacterAtAnyPlace(bytes: [UInt8]) {
    // Between two characters.
    for place in Self.text.indices where Self.text[place] & 0xC0 != 0x80 {
      let text = Self.text[..<place] + bytes + Self.text[place...]
      #expect(Self.ranges(in: Array(text)) == [place..<place + bytes.count])
    }
  }

  @Test func findsNoneInText() {
    for end in Self.text.indices { #expect(Self.ranges(in: Array(Self.text[..<end])) == []) }
  }

  @Test func findsAllThatFollowEachOther() {
    let text = Array("\u{1}\u{2}été\u{FFFF}\u{FFFE}\u{7F}".utf8)
    #expect(Self.ranges(in: text) == [0..<1, 1..<2, 7..<10, 10..<13, 13..<14])
  }
}
