/// The letters by which a text in another script than the Latin one tells its language.
///
/// Source: the blocks of the Unicode standard.
enum WritingScript: Int, CaseIterable {
  case greek, hebrew, thai, hangul
  case kana, han
  case cyrillic
  /// Cyrillic letters that Russian has, and Ukrainian, Bulgarian and Serbian lack.
  case russian
  /// Cyrillic letters that Ukrainian has, and Russian and Bulgarian lack.
  case ukrainian
  /// Cyrillic letters that neither has.
  case otherCyrillic
  case arabic
  /// Letters that Persian writes in the place of two of Arabic.
  case persian
  /// Arabic letters that neither of the two has.
  case otherArabic
  /// Letters of the scripts that no language is told by.
  case other

  /// Finds the script of a letter beyond the Latin ones; nil for what is no letter.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = Self.cyrillic(scalar)
    case 0x5D0...0x5EA: self = .hebrew
    case 0x620...0x64A, 0x66E...0x6D3: self = Self.arabic(scalar)
    case 0xE01...0xE4E: self = .thai
    case 0x530...0x58F, 0x700...0x109F, 0x10A0...0x10FF, 0x1200...0x1CFF: self = .other
    case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
    case 0x3041...0x30FF: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: self = .han
    default: return nil
    }
  }

  private static func cyrillic(_ scalar: UInt32) -> WritingScript {
    switch scalar {
    case 0x42B, 0x44B, 0x42D, 0x44D, 0x401, 0x451: .russian
    case 0x404, 0x454, 0x406, 0x456, 0x407, 0x457, 0x490, 0x491: .ukrainian
    case 0x410...0x44F: .cyrillic
    default: .otherCyrillic
    }
  }

  private static func arabic(_ scalar: UInt32) -> WritingScript {
    switch scalar {
    case 0x6A9, 0x6CC, 0x67E, 0x686, 0x698, 0x6AF: .persian
    case 0x620...0x64A: .arabic
    default: .otherArabic
    }
  }
}
