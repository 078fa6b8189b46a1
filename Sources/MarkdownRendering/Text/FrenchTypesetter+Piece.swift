extension FrenchTypesetter {
  /// A stretch of text between two pieces of markup, and how far it has been read and copied.
  struct Piece {
    /// `! " & ' . 0-9 : ; < > ?`: every ASCII character the rules or HTML look at is below 64, but `{`.
    private static let specials: UInt64 = {
      var mask: UInt64 = 0
      for byte in "!\"&'.0123456789:;<>?".utf8 { mask |= 1 << UInt64(byte) }
      return mask
    }()

    let text: UnsafeBufferPointer<UInt8>
    /// What is read next.
    var index = 0
    /// What precedes has been written.
    var copied = 0
    /// What precedes has been changed for good: nothing looks back beyond it.
    var floor = 0
    /// The bytes before the floor; none for the end of the piece before.
    var floorKind: Kind?
    private let specials: UInt64

    init(text: UnsafeBufferPointer<UInt8>) {
      self.text = text
      specials = Self.specials
    }

    /// Moves to the next character that a rule may be about; returns whether there is one.
    mutating func advanceToSpecial() -> Bool {
      while index < text.count {
        let byte = text[index]
        if byte < 64
          ? (specials >> UInt64(byte)) & 1 != 0 : byte == 0xC2 || byte == UInt8(ascii: "{")
        {
          return true
        }
        index += 1
      }
      return false
    }

    /// Writes what has been read up to an offset as it is.
    mutating func flush(upTo end: Int, to output: inout [UInt8]) {
      if end > copied {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<end]))
      }
      copied = max(copied, end)
    }

    /// Leaves out the white space after an opening guillemet.
    mutating func skipSpaces() {
      while true {
        let length = spaceLength(at: index)
        if length == 0 { break }
        index += length
      }
      copied = index
      floor = index
      floorKind = .opening
    }

    /// Notes that what precedes an offset has been written as it is.
    mutating func passOver(upTo end: Int) {
      (index, copied, floor, floorKind) = (end, end, end, .closing)
    }

    func byte(at offset: Int) -> UInt8 {
      offset >= 0 && offset < text.count ? text[offset] : 0
    }

    /// Returns the length in bytes of the white space character at an offset, 0 for none.
    func spaceLength(at offset: Int) -> Int {
      switch byte(at: offset) {
      case 0x20, 0x09, 0x0A, 0x0D: 1
      case 0xC2 where byte(at: offset + 1) == 0xA0: 2
      case 0xE2 where byte(at: offset + 1) == 0x80 && byte(at: offset + 2) == 0xAF: 3
      default: 0
      }
    }

    /// Returns where the white space that ends at an offset starts.
    func startOfSpaces(before end: Int) -> Int {
      var start = end
      while start > floor {
        switch text[start - 1] {
        case 0x20, 0x09, 0x0A, 0x0D: start -= 1
        case 0xA0 where start - 2 >= floor && text[start - 2] == 0xC2: start -= 2
        case 0xAF
        where start - 3 >= floor && text[start - 3] == 0xE2 && text[start - 2] == 0x80:
          start -= 3
        default: return start
        }
      }
      return start
    }

    /// Returns what the character that ends at an offset is.
    func kind(before end: Int) -> Kind {
      let byte = byte(at: end - 1)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        return .letter
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
      case 0x20, 0x09, 0x0A, 0x0D: return .space
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "%"):
        return .closing
      case 0x80...0xBF: return multibyteKind(before: end)
      default: return .other
      }
    }

    private func multibyteKind(before end: Int) -> Kind {
      var lead = end - 1
      while lead > 0, end - lead < 4, text[lead] & 0xC0 == 0x80 { lead -= 1 }
      let second = byte(at: lead + 1)
      switch text[lead] {
      case 0xC2 where second == 0xBB || second == 0xB0: return .closing
      case 0xC2: return second == 0xA0 ? .space : .other
      case 0xC3...0xDF, 0xE1, 0xE3...0xED: return .letter
      case 0xE2 where second == 0x80:
        return byte(at: end - 1) == 0xAF ? .space : byte(at: end - 1) == 0x9D ? .closing : .other
      case 0xE2 where second == 0x82: return .closing
      default: return .other
      }
    }
  }
}
