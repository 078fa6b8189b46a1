import YAMLParsing

/// The four kinds of texts: between quotes or apostrophes, on one line or over several.
extension TOMLReader {
  /// Reads a text, which starts with a quote or an apostrophe.
  mutating func text() throws(TOMLProblem) -> YAMLScalar {
    let mark = mark
    let isLiteral = next == UInt8(ascii: "'")
    let style: YAMLScalar.Style = isLiteral ? .singleQuoted : .doubleQuoted
    if isTripled(isLiteral ? "'" : "\"") {
      return YAMLScalar(try severalLines(isLiteral: isLiteral), style: style, mark: mark)
    }
    return YAMLScalar(isLiteral ? try literalLine() : try basicLine(), style: style, mark: mark)
  }

  private func isTripled(_ quote: Unicode.Scalar) -> Bool {
    position + 3 <= bytes.count
      && bytes[position..<position + 3].allSatisfy { $0 == UInt8(ascii: quote) }
  }

  /// Reads a text between quotes, on one line.
  mutating func basicLine() throws(TOMLProblem) -> String {
    let start = mark
    position += 1
    var text: [UInt8] = []
    while !isAtLineEnd, let byte = next {
      if skip("\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        text += String(try escape()).utf8
      } else {
        try refuseControl()
        text.append(byte)
        position += 1
      }
    }
    throw .openQuote("\"", at: start)
  }

  /// Reads a text between apostrophes, on one line.
  mutating func literalLine() throws(TOMLProblem) -> String {
    let start = mark
    position += 1
    let first = position
    while !isAtLineEnd {
      if skip("'") { return String(decoding: bytes[first..<(position - 1)], as: UTF8.self) }
      try refuseControl()
      position += 1
    }
    throw .openQuote("'", at: start)
  }

  /// Reads a text between three quotes or apostrophes; an end of line right after them is left out.
  private mutating func severalLines(isLiteral: Bool) throws(TOMLProblem) -> String {
    let start = mark
    let quote = UInt8(ascii: isLiteral ? "'" : "\"")
    position += 3
    _ = skipLineEnd()
    var text: [UInt8] = []
    while let byte = next {
      if byte == quote {
        let run = bytes[position...].prefix(5).prefix { $0 == quote }.count
        position += run
        guard run >= 3 else {
          text += [UInt8](repeating: quote, count: run)
          continue
        }
        // One or two more are the last signs of the text.
        text += [UInt8](repeating: quote, count: run - 3)
        return String(decoding: text, as: UTF8.self)
      }
      if skipLineEnd() {
        text.append(0x0A)
      } else if byte == UInt8(ascii: "\\"), !isLiteral {
        if !skipFoldedLines() { text += String(try escape()).utf8 }
      } else {
        try refuseControl()
        text.append(byte)
        position += 1
      }
    }
    throw .openQuote(isLiteral ? "'''" : "\"\"\"", at: start)
  }

  /// Goes past `\` at the end of a line and all white space below it; false when it is not at the end.
  private mutating func skipFoldedLines() -> Bool {
    let start = position
    position += 1
    skipSpace()
    guard skipLineEnd() else {
      position = start
      return false
    }
    repeat { skipSpace() } while skipLineEnd()
    return true
  }

  /// Reads `\` and what it names.
  private mutating func escape() throws(TOMLProblem) -> Unicode.Scalar {
    let start = mark
    position += 1
    guard let byte = next else { throw .escape(at: start) }
    position += 1
    switch Unicode.Scalar(byte) {
    case "\"", "\\": return Unicode.Scalar(byte)
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "u": return try character(digits: 4, start)
    case "U": return try character(digits: 8, start)
    default: throw .escape(at: start)
    }
  }

  private mutating func character(
    digits: Int, _ start: YAMLMark
  ) throws(TOMLProblem) -> Unicode.Scalar {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw .escape(at: start)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    guard let scalar = Unicode.Scalar(code) else { throw .escape(at: start) }
    return scalar
  }
}
