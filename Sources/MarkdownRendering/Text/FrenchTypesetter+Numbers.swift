import TextEncoding
extension FrenchTypesetter {
  /// Units made of letters, packed into integers; `k` and `M` only count before €.
  private static let units = Set(
    [
      "m", "mm", "cm", "km", "ha", "g", "mg", "kg", "t", "l", "L", "cl", "ml", "h", "min", "s",
      "ms", "W", "kW", "MW", "Wh", "kWh", "MWh", "V", "Hz", "o", "ko", "Mo", "Go", "To", "kB",
      "MB", "GB", "px",
    ].map { pack($0.utf8) })

  /// Writes a number with its thousands and its unit.
  mutating func writeNumber(_ piece: inout Piece, to output: inout [UInt8]) {
    let before = kindBefore(piece)
    var end = Self.endOfDigits(piece, from: piece.index)
    if before != .letter, before != .digit {
      if end - piece.index <= 3, !Self.joinsNumber(piece.byte(at: piece.index - 1)) {
        end = writeThousands(&piece, from: end, to: &output)
      }
      writeUnit(&piece, from: end, to: &output)
    }
    piece.index = max(piece.index, end)
  }

  private func writeThousands(
    _ piece: inout Piece, from start: Int, to output: inout [UInt8]
  ) -> Int {
    var end = start
    while true {
      let group = end + Self.gapLength(piece, at: end)
      guard group > end, Self.endOfDigits(piece, from: group) == group + 3 else { return end }
      piece.flush(upTo: end, to: &output)
      output.append(Self.narrowSpace)
      piece.copied = group
      end = group + 3
    }
  }

  private func writeUnit(_ piece: inout Piece, from end: Int, to output: inout [UInt8]) {
    let unit = end + Self.gapLength(piece, at: end)
    guard Self.isUnit(piece, at: unit, isApart: unit > end) else { return }
    piece.flush(upTo: end, to: &output)
    output.append(Self.narrowSpace)
    piece.copied = unit
    piece.index = unit
  }

  /// Returns the length of a space that a number can hold: one, and not the end of a line.
  private static func gapLength(_ piece: Piece, at offset: Int) -> Int {
    let byte = piece.byte(at: offset)
    return byte == 0x20 || byte > 0x7F ? piece.spaceLength(at: offset) : 0
  }

  private static func endOfDigits(_ piece: Piece, from start: Int) -> Int {
    var end = start
    while isDigit(piece.byte(at: end)) { end += 1 }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Returns whether digits after a byte belong to a date, a version, a decimal or a code.
  private static func joinsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Returns whether a unit stands at an offset; only `%`, `‰` and `€` may touch their number.
  private static func isUnit(_ piece: Piece, at offset: Int, isApart: Bool) -> Bool {
    switch piece.byte(at: offset) {
    case UInt8(ascii: "%"): return endsUnit(piece, at: offset + 1)
    case 0xE2: return isSign(piece, at: offset) && endsUnit(piece, at: offset + 3)
    case 0xC2 where isApart && piece.byte(at: offset + 1) == 0xB0:
      return piece.byte(at: offset + 2) == UInt8(ascii: "C") && endsUnit(piece, at: offset + 3)
    default: return isApart && isLetteredUnit(piece, at: offset)
    }
  }

  /// Returns whether € or ‰ stands at an offset.
  private static func isSign(_ piece: Piece, at offset: Int) -> Bool {
    guard piece.byte(at: offset) == 0xE2 else { return false }
    let tail = (piece.byte(at: offset + 1), piece.byte(at: offset + 2))
    return tail == (0x82, 0xAC) || tail == (0x80, 0xB0)
  }

  private static func isLetteredUnit(_ piece: Piece, at offset: Int) -> Bool {
    var end = offset
    while end - offset < 4, isLetter(piece.byte(at: end)) { end += 1 }
    guard end > offset, end - offset < 4 else { return false }
    if end - offset == 1, isSign(piece, at: end) { return endsUnit(piece, at: end + 3) }
    guard endsUnit(piece, at: end) else { return false }
    return units.contains(pack(piece.text[offset..<end]))
  }

  /// Returns whether no letter, digit or apostrophe follows a unit.
  private static func endsUnit(_ piece: Piece, at offset: Int) -> Bool {
    let byte = piece.byte(at: offset)
    if isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "'") { return false }
    if byte == 0xE2, piece.byte(at: offset + 1) == 0x80 {
      return piece.byte(at: offset + 2) != 0x99
    }
    return byte < 0x80 || byte == 0xC2 || byte == 0xE2
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
  }

  private static func pack(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
