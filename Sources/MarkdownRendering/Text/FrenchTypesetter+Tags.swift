import TextEncoding

/// Leaves the tags of other tools, which the page shows as they were typed, without French spaces.
extension FrenchTypesetter {
  /// What ends a tag.
  enum TagEnd {
    /// `}}` ends `{{ … }}`.
    case braces
    /// `%}` ends `{% … %}`.
    case percent
    /// `>` ends `<X …>`.
    case angle

    /// Returns where a tag that goes on at an offset of a text ends; nil when it goes on after the text.
    func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
      let (first, second): (UInt8, UInt8?) =
        switch self {
        case .braces: (UInt8(ascii: "}"), UInt8(ascii: "}"))
        case .percent: (UInt8(ascii: "%"), UInt8(ascii: "}"))
        case .angle: (UInt8(ascii: ">"), nil)
        }
      var index = start
      while index < text.count {
        if text[index] == first {
          guard let second else { return index + 1 }
          if index + 1 < text.count, text[index + 1] == second { return index + 2 }
        }
        index += 1
      }
      return nil
    }
  }

  /// Writes the rest of a tag that an earlier piece of the paragraph has opened.
  mutating func writeOpenTag(_ piece: inout Piece, to output: inout [UInt8]) {
    guard let tag = openTag else { return }
    let end = tag.end(in: piece.text, from: 0)
    writeAsTyped(&piece, upTo: end ?? piece.text.count, to: &output)
    if end != nil { openTag = nil }
  }

  /// Writes `{{ … }}` and `{% … %}` as they were typed; one that nothing ends goes on to the end of the
  /// paragraph.
  mutating func writeBraces(_ piece: inout Piece, to output: inout [UInt8]) {
    let tag: TagEnd
    switch piece.byte(at: piece.index + 1) {
    case UInt8(ascii: "{"): tag = .braces
    case UInt8(ascii: "%"): tag = .percent
    default:
      piece.index += 1
      return
    }
    let end = tag.end(in: piece.text, from: piece.index + 2)
    if end == nil { openTag = tag }
    writeAsTyped(&piece, upTo: end ?? piece.text.count, to: &output)
  }

  /// Writes `<X …>` as it was typed; returns whether there is one.
  mutating func writeElement(_ piece: inout Piece, to output: inout [UInt8]) -> Bool {
    guard let end = endOfElement(in: piece) else { return false }
    if end > piece.text.count { openTag = .angle }
    writeAsTyped(&piece, upTo: min(end, piece.text.count), to: &output)
    return true
  }

  /// Returns where the element that starts a piece's rest ends, beyond the piece where it goes on in the
  /// next line; nil when none starts.
  ///
  /// - Complexity: O(*n*) in the distance to the next `<` or `>`.
  private func endOfElement(in piece: Piece) -> Int? {
    let text = piece.text
    var index = piece.index + 1
    if piece.byte(at: index) == UInt8(ascii: "/") { index += 1 }
    let first = piece.byte(at: index)
    guard Self.isLetter(first) else { return nil }
    while index < text.count, Self.isOfName(text[index]) { index += 1 }
    let start = index
    // Words alone, or attributes: what else stands between two signs is a comparison.
    var (isPlain, hasValues) = (true, false)
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: ">") where text[index - 1] != UInt8(ascii: "="):
        return isPlain || hasValues ? index + 1 : nil
      case UInt8(ascii: "="), UInt8(ascii: "{"): hasValues = true
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"): break
      case let byte: isPlain = isPlain && Self.isOfName(byte)
      }
      index += 1
    }
    let isComponent = first & 0x20 == 0 && piece.startOfSpaces(before: piece.index) == 0
    let isBlank = text[start...].allSatisfy { $0 <= 0x20 }
    return isComponent && (isBlank || hasValues) ? text.count + 1 : nil
  }

  private mutating func writeAsTyped(
    _ piece: inout Piece, upTo end: Int, to output: inout [UInt8]
  ) {
    piece.flush(upTo: piece.index, to: &output)
    let tag = UnsafeBufferPointer(rebasing: piece.text[piece.index..<end])
    if escapesHTML {
      HTMLEscaping.append(tag, to: &output)
    } else {
      output.append(contentsOf: tag)
    }
    piece.passOver(upTo: end)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "-_.:".utf8.contains(byte)
  }
}
