import TextEncoding

/// Applies ``FrenchTypography`` to a paragraph that comes in pieces, markup between them.
struct FrenchTypesetter {
  /// What a character is to the one after it.
  enum Kind {
    /// Nothing has been written in this paragraph.
    case start
    case letter, digit, space
    /// An opening guillemet, whose space has been written.
    case opening
    /// A closing mark, or something that is not text: code, an image.
    case closing
    case other
  }

  static let noBreakSpace: StaticString = "\u{A0}"
  static let narrowSpace: StaticString = "\u{202F}"

  let escapesHTML: Bool
  /// What the last character written is.
  var last = Kind.start
  /// Where the white space that ends the output stands in it, when `last` is a space.
  var lastSpace = 0..<0
  /// What ends the tag of another tool that the text before has opened.
  var openTag: TagEnd?

  init(escapesHTML: Bool) { self.escapesHTML = escapesHTML }

  /// Starts another paragraph.
  mutating func reset() { (last, openTag) = (.start, nil) }

  /// Starts another line of the paragraph.
  mutating func startLine() { last = .start }

  /// Notes that something other than text has been written.
  mutating func noteObject() { last = .closing }

  /// Notes that a line end has been written at the end of the output.
  mutating func noteLineEnd(in output: [UInt8]) {
    if last == .opening { return }
    last = .space
    lastSpace = output.count - 1..<output.count
  }

  /// Appends a piece of text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    if text.isEmpty { return }
    var piece = Piece(text: text)
    if openTag != nil {
      writeOpenTag(&piece, to: &output)
    } else if last == .opening {
      piece.skipSpaces()
    }
    while piece.advanceToSpecial() { writeSpecial(&piece, to: &output) }
    piece.flush(upTo: text.count, to: &output)
    let spaces = text.count - piece.startOfSpaces(before: text.count)
    if spaces > 0 {
      last = .space
      lastSpace = output.count - spaces..<output.count
    } else {
      let isAtFloor = piece.floor == text.count
      last = isAtFloor ? piece.floorKind ?? .opening : piece.kind(before: text.count)
    }
  }

  private mutating func writeSpecial(_ piece: inout Piece, to output: inout [UInt8]) {
    switch piece.text[piece.index] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
      writeMark(&piece, space: Self.narrowSpace, to: &output)
    case UInt8(ascii: ":"): writeColon(&piece, to: &output)
    case UInt8(ascii: "'"): writeApostrophe(&piece, to: &output)
    case UInt8(ascii: "."): writeDots(&piece, to: &output)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): writeNumber(&piece, to: &output)
    case 0xC2: writeGuillemet(&piece, to: &output)
    case UInt8(ascii: "{"): writeBraces(&piece, to: &output)
    case UInt8(ascii: "<") where writeElement(&piece, to: &output): break
    case let byte: writeEntity(of: byte, &piece, to: &output)
    }
  }

  private func writeEntity(of byte: UInt8, _ piece: inout Piece, to output: inout [UInt8]) {
    if escapesHTML, let entity = HTMLEscaping.entity(of: byte) {
      piece.flush(upTo: piece.index, to: &output)
      output.append(entity)
      piece.copied = piece.index + 1
    }
    piece.index += 1
  }

  /// Returns what comes before the current character.
  func kindBefore(_ piece: Piece) -> Kind {
    piece.index > piece.floor ? piece.kind(before: piece.index) : piece.floorKind ?? last
  }
}
