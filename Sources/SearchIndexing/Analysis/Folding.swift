/// The last step of the analysis: no diacritics, no ligatures, no apostrophes, no hyphens.
///
/// Only letters of U+00C0–U+017F are folded; the engine in the page folds the same.
enum Folding {
  /// Appends the folded form of a lower-case word.
  static func append(_ word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < word.count {
      let byte = word[index]
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "-"):
        index += 1
      case 0xC3...0xC5 where index + 1 < word.count:
        append(lead: byte, trail: word[index + 1], to: &output)
        index += 2
      default:
        output.append(byte)
        index += 1
      }
    }
  }

  private static func append(lead: UInt8, trail: UInt8, to output: inout [UInt8]) {
    let scalar = Int(lead & 0x1F) << 6 | Int(trail & 0x3F)
    let letter = scalar >= 0xC0 && scalar - 0xC0 < letters.count ? letters[scalar - 0xC0] : 0
    switch (letter, scalar) {
    case (UInt8(ascii: "*"), 0xC6), (UInt8(ascii: "*"), 0xE6): output.append(contentsOf: "ae".utf8)
    case (UInt8(ascii: "*"), 0xDF): output.append(contentsOf: "ss".utf8)
    case (UInt8(ascii: "*"), _): output.append(contentsOf: "oe".utf8)
    case (0, _), (UInt8(ascii: "."), _): output.append(contentsOf: [lead, trail])
    default: output.append(letter)
    }
  }

  /// The base letter of U+00C0–U+017F: `*` for two letters, `.` for a letter kept as it is.
  private static let letters: [UInt8] = Array(
    """
    aaaaaa*ceeeeiiii.nooooo.ouuuuy.*aaaaaa*ceeeeiiii.nooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll.\
    .llnnnnnn...oooooo**rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.
    """.utf8)
}
