extension TextScanner {
  /// What a scalar is to a word.
  enum ScalarClass {
    /// Lower-case UTF-8 bytes, the first in the low bits, and how many.
    case letters(UInt64, count: Int)
    /// A sign that is a word by itself: its UTF-8 bytes, the first in the low bits, and how many.
    case ideograph(UInt64, count: Int)
    /// A combining mark that a letter may take.
    case mark(UInt32)
    /// A sign that may stand between two letters, as ASCII.
    case connector(UInt8)
    /// An invisible sign inside a word.
    case nothing
    case separator
  }

  /// Classifies what starts at a byte that is not an ASCII letter or digit, and moves beyond it.
  static func classify(_ text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> ScalarClass {
    let byte = text[index]
    if byte < 0x80 {
      index += 1
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."): return .connector(byte)
      default: return .separator
      }
    }
    if byte == 0xC3, index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 {
      let trail = text[index + 1]
      index += 2
      if trail == 0x97 || trail == 0xB7 { return .separator }
      let lower = trail < 0x9F ? trail + 0x20 : trail
      return .letters(0xC3 | UInt64(lower) << 8, count: 2)
    }
    guard let scalar = decode(text, at: &index) else { return .separator }
    return classify(scalar)
  }

  private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.value {
    case 0x2019, 0x02BC, 0x2032, 0x2018, 0xFF07: return .connector(UInt8(ascii: "'"))
    case 0x2010, 0x2011: return .connector(UInt8(ascii: "-"))
    case 0xB7, 0x2022, 0x2027, 0x22C5, 0x0387: return .connector(WordScratch.middleDot)
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .nothing
    case 0x0300...0x036F: return .mark(scalar.value)
    case 0xB2, 0xB3: return .letters(UInt64(scalar.value - 0x80), count: 1)
    case 0xB9: return .letters(UInt64(UInt8(ascii: "1")), count: 1)
    case 0x2070, 0x2074...0x2079, 0x2080...0x2089:
      return .letters(UInt64(UInt8(ascii: "0")) + UInt64(scalar.value & 15), count: 1)
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      // Chinese and Japanese put no spaces between words: each sign is found, whatever is around it.
      return packed(scalar.utf8) { .ideograph($0, count: $1) }
    case 0xAA, 0xBA, 0x02B0...0x02E3, 0x1D43...0x1DBB, 0x2071, 0x207F:
      if let letter = raisedLetters[scalar] { return .letters(UInt64(letter), count: 1) }
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return lowercase(scalar, properties)
    default: return .separator
    }
  }

  /// The letters that raised ones stand for: 2ᵉ, 1ʳᵉ, Mᵐᵉ, 1º.
  private static let raisedLetters: [Unicode.Scalar: UInt8] = Dictionary(
    uniqueKeysWithValues: zip(
      "ªᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒºᵖʳˢᵗᵘᵛʷˣʸᶻ".unicodeScalars, "aabcdefghijklmnooprstuvwxyz".utf8))

  private static func lowercase(
    _ scalar: Unicode.Scalar, _ properties: Unicode.Scalar.Properties
  ) -> ScalarClass {
    packed(properties.lowercaseMapping.utf8) { .letters($0, count: $1) }
  }

  private static func packed(
    _ text: some Sequence<UInt8>, _ result: (UInt64, Int) -> ScalarClass
  ) -> ScalarClass {
    var (bytes, count) = (UInt64(0), 0)
    for byte in text.prefix(8) {
      bytes |= UInt64(byte) << (count * 8)
      count += 1
    }
    return result(bytes, count)
  }

  /// Decodes a scalar of two bytes or more; bytes that are not UTF-8 give nil, and one of them is passed over.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> Unicode.Scalar? {
    let lead = text[index]
    let length =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, index + length <= text.count else {
      index += 1
      return nil
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for trail in text[index + 1..<index + length] {
      guard trail & 0xC0 == 0x80 else {
        index += 1
        return nil
      }
      value = value << 6 | UInt32(trail & 0x3F)
    }
    index += length
    return Unicode.Scalar(value)
  }
}
