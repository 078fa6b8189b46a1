/// Signs that stand above or below the line: `2^e^`, `H~2~O`.
///
/// They follow a letter, or a digit for those above, and hold letters, digits and the signs of
/// arithmetic alone: `10~20` and `~/dossier` are left as they are.
struct ShiftedSigns {
  /// The most bytes between two marks.
  private static let maxLength = 24

  let isRaised: Bool
  /// The signs, as a range of the text.
  let signs: Range<Int>
  /// Where they stand in the text, their marks included.
  let range: Range<Int>

  /// Returns the signs of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [ShiftedSigns] {
    var found: [ShiftedSigns] = []
    var index = 1
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "^") || byte == UInt8(ascii: "~"),
        let shift = ShiftedSigns(text, from: index)
      {
        found.append(shift)
        index = shift.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    let mark = text[start]
    isRaised = mark == UInt8(ascii: "^")
    let before = text[start - 1]
    let isAfterDigit = (0x30...0x39).contains(before)
    guard Self.isLetter(before) || before == UInt8(ascii: ")") || isRaised && isAfterDigit,
      let end = text[(start + 1)...].prefix(Self.maxLength).firstIndex(of: mark), end > start + 1
    else { return nil }
    let inside = text[(start + 1)..<end]
    guard inside.allSatisfy(Self.isSign) else { return nil }
    // « a~b~~c » is struck through, or nearly.
    guard end + 1 == text.count || text[end + 1] != mark else { return nil }
    signs = start + 1..<end
    range = start..<end + 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
      || [0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2E, 0x3D].contains(byte)
  }
}
