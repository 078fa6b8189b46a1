/// Where the words of a text stand, in bytes: runs of letters and digits.
///
/// A middle dot belongs to its word, so that no part of an inclusive form is taken for a word.
struct TermWords: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func next() -> Range<Int>? {
    while index < text.count {
      let length = Self.letterLength(text, at: index)
      if length > 0 { break }
      index += 1
    }
    guard index < text.count else { return nil }
    let start = index
    while index < text.count {
      let length = Self.letterLength(text, at: index)
      if length == 0 { break }
      index += length
    }
    return start..<Swift.min(index, text.count)
  }

  /// Returns how many bytes the letter at an index has; 0 when there is none.
  private static func letterLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return isLetter(byte) ? 1 : 0 }
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch byte {
    case 0xC2: return next == 0xB7 ? 2 : 0
    case 0xC3: return next == 0x97 || next == 0xB7 ? 0 : 2
    case 0xC4...0xDF: return 2
    // General punctuation and symbols: spaces, dashes, apostrophes, arrows.
    case 0x80...0xC1, 0xE2: return 0
    case 0xE0...0xEF: return 3
    default: return 4
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: byte >= 0x80
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }

  /// Whether a hyphen joins what ends at an index to the word before it, as in « avant-projet ».
  static func isJoined(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    index > 1 && text[index - 1] == UInt8(ascii: "-") && isLetter(text[index - 2])
  }

  /// Whether a hyphen joins what ends at an index to the word after it.
  static func isJoined(_ text: UnsafeBufferPointer<UInt8>, after index: Int) -> Bool {
    index + 1 < text.count && text[index] == UInt8(ascii: "-") && isLetter(text[index + 1])
  }

  /// Whether some bytes are one space, line break, hyphen or apostrophe, whichever its character.
  static func isOneSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let spaces: [StaticString] = [" ", "\n", "-", "'", "’", "\u{A0}", "\u{202F}"]
    return spaces.contains { space in
      space.withUTF8Buffer { bytes.elementsEqual($0) }
    }
  }
}
