import Testing

@testable import TextEncoding

@Suite struct EightBytesTests {
  /// Around each byte, those that a sum or a difference could carry into it.
  @Test(arguments: [0x00, 0x1F, 0x20, 0x7F, 0x80, 0xFF] as [UInt8])
  func findsAByteAtEachPlaceAndNoOther(neighbour: UInt8) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var text = [UInt8](repeating: neighbour, count: 8)
        text[place] = byte
        let eight = text.withUnsafeBufferPointer { EightBytes(of: $0, at: 0) }
        #expect(eight.equal(to: byte) == mask(text) { $0 == byte })
        #expect(eight.below(0x20) == mask(text) { $0 < 0x20 })
        #expect(eight.below(0x80) == mask(text) { $0 < 0x80 })
      }
    }
  }

  @Test func findsTheFirstOfSeveralBytesInTextsOfAnyLength() {
    let text = Array("Des mots, puis un @ et un + à la fin".utf8)
    for start in text.indices {
      for end in start...text.count {
        let found = text[..<end].withUnsafeBufferPointer {
          $0.indexOrEnd(of: UInt8(ascii: "@"), UInt8(ascii: "+"), or: 0, from: start)
        }
        let wanted = text[start..<end].firstIndex { "@+".utf8.contains($0) }
        #expect(found == wanted ?? end)
      }
    }
  }

  private func mask(_ text: [UInt8], _ isFound: (UInt8) -> Bool) -> UInt64 {
    text.enumerated().reduce(0) { $0 | (isFound($1.element) ? 0x80 << ($1.offset * 8) : 0) }
  }
}
