import TextEncoding

extension FrenchTypesetter {
  /// Writes the space before `;`, `!`, `?` or `:`.
  mutating func writeMark(_ piece: inout Piece, space: StaticString, to output: inout [UInt8]) {
    let mark = piece.text[piece.index]
    if Self.endsClause(mark, before: piece.index + 1, in: piece) {
      setSpace(space, &piece, to: &output)
    }
    piece.index += 1
  }

  /// Writes the space before `:`, or leaves an address, an hour or an emoji's name alone.
  mutating func writeColon(_ piece: inout Piece, to output: inout [UInt8]) {
    let next = piece.index + 1
    if piece.byte(at: next) == UInt8(ascii: "/"), piece.byte(at: next + 1) == UInt8(ascii: "/") {
      while piece.index < piece.text.count, piece.spaceLength(at: piece.index) == 0 {
        if escapesHTML, HTMLEscaping.entity(of: piece.text[piece.index]) != nil { return }
        piece.index += 1
      }
    } else if Self.endsEmojiName(piece) {
      piece.index += 1
    } else {
      writeMark(&piece, space: Self.noBreakSpace, to: &output)
    }
  }

  /// Writes « with the space after it, or the space before ».
  mutating func writeGuillemet(_ piece: inout Piece, to output: inout [UInt8]) {
    switch piece.byte(at: piece.index + 1) {
    case 0xAB:
      piece.index += 2
      piece.flush(upTo: piece.index, to: &output)
      output.append(Self.noBreakSpace)
      piece.skipSpaces()
    case 0xBB:
      setSpace(Self.noBreakSpace, &piece, to: &output)
      piece.index += 2
    default:
      piece.index = min(piece.index + 2, piece.text.count)
    }
  }

  /// Writes ’ for `'` inside a word or after an elision.
  mutating func writeApostrophe(_ piece: inout Piece, to output: inout [UInt8]) {
    if kindBefore(piece) == .letter, Self.continuesWord(piece) {
      piece.flush(upTo: piece.index, to: &output)
      output.append("\u{2019}")
      piece.copied = piece.index + 1
    }
    piece.index += 1
  }

  /// Writes … for three dots.
  mutating func writeDots(_ piece: inout Piece, to output: inout [UInt8]) {
    let start = piece.index
    while piece.byte(at: piece.index) == UInt8(ascii: ".") { piece.index += 1 }
    let slash = UInt8(ascii: "/")
    if piece.index - start == 3, piece.byte(at: piece.index) != slash,
      piece.byte(at: start - 1) != slash
    {
      piece.flush(upTo: start, to: &output)
      output.append("\u{2026}")
      piece.copied = piece.index
    }
  }

  /// Makes the white space before the current character one space of the right kind.
  private mutating func setSpace(
    _ space: StaticString, _ piece: inout Piece, to output: inout [UInt8]
  ) {
    let start = piece.startOfSpaces(before: piece.index)
    let before = start > piece.floor ? piece.kind(before: start) : piece.floorKind ?? last
    switch before {
    case .start, .opening: return
    case .space:
      output.replaceSubrange(
        lastSpace,
        with: UnsafeBufferPointer(start: space.utf8Start, count: space.utf8CodeUnitCount))
      piece.copied = piece.index
    case .other where start == piece.index && piece.text[piece.index] != 0xC2: return
    case .letter, .digit, .closing, .other:
      piece.flush(upTo: start, to: &output)
      output.append(space)
      piece.copied = piece.index
    }
  }

  /// Returns whether what follows a mark shows that it ends a clause, and is no part of an
  /// emoticon, an address or code.
  private static func endsClause(_ mark: UInt8, before next: Int, in piece: Piece) -> Bool {
    if next == piece.text.count || piece.spaceLength(at: next) > 0 { return true }
    let isStrong = mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
    switch piece.byte(at: next) {
    case UInt8(ascii: "\""): return true
    case 0xC2: return piece.byte(at: next + 1) == 0xBB
    case 0xE2 where piece.byte(at: next + 1) == 0x80:
      let third = piece.byte(at: next + 2)
      return third == 0x9D || (third == 0xA6 && isStrong)
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: ")"), UInt8(ascii: "]"):
      return isStrong
    default: return false
    }
  }

  /// Returns whether a colon ends a name such as `:smile:`.
  private static func endsEmojiName(_ piece: Piece) -> Bool {
    var index = piece.index - 1
    while index >= piece.floor, isNameByte(piece.text[index]) { index -= 1 }
    return index < piece.index - 1 && piece.byte(at: index) == UInt8(ascii: ":")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Returns whether a word goes on after an apostrophe; markup after an elision counts.
  private static func continuesWord(_ piece: Piece) -> Bool {
    let next = piece.index + 1
    if next == piece.text.count { return endsElision(piece) }
    if piece.spaceLength(at: next) > 0 { return false }
    switch piece.byte(at: next) {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "'"):
      return false
    case 0xC2: return piece.byte(at: next + 1) != 0xBB
    case 0xE2 where piece.byte(at: next + 1) == 0x80:
      return piece.byte(at: next + 2) == 0x9C
    default: return true
    }
  }

  /// Returns whether the word before an apostrophe is elided, as `l`, `d`, `qu` or `lorsqu`.
  private static func endsElision(_ piece: Piece) -> Bool {
    let index = piece.index
    if index - 1 <= piece.floor { return true }
    let pair = (piece.byte(at: index - 2) | 32, piece.byte(at: index - 1))
    return pair == (UInt8(ascii: "q"), UInt8(ascii: "u"))
      || piece.kind(before: index - 1) != .letter
  }
}
