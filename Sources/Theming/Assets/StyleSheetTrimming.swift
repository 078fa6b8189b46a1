/// Drops from a style sheet what only its writers read: comments, indentation, line ends.
enum StyleSheetTrimming {
  /// Returns the style sheet on as few bytes as can be told without knowing its properties.
  ///
  /// Strings and `url(…)` stay as they are; elsewhere white space becomes one space, and none beside
  /// braces, semicolons, commas and `>`, nor after a colon (before one, it tells `a :hover` from
  /// `a:hover`). The last semicolon of a block goes too, and the zero of `0.5`.
  ///
  /// - Complexity: O(*n*)
  static func trim(_ bytes: [UInt8]) -> [UInt8] {
    var trimmed: [UInt8] = []
    trimmed.reserveCapacity(bytes.count)
    var index = 0
    var isApart = false
    while index < bytes.count {
      if let end = comment(in: bytes, at: index) {
        index = end
        isApart = true
        continue
      }
      if isSpace(bytes[index]) {
        index += 1
        isApart = true
        continue
      }
      let end = verbatim(in: bytes, at: index) ?? index + 1
      if isApart, let last = trimmed.last, !endsAlone(last), !standsAlone(bytes[index]) {
        trimmed.append(UInt8(ascii: " "))
      }
      isApart = false
      if isIdleZero(bytes, at: index, after: trimmed.last) {
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "}"), trimmed.last == UInt8(ascii: ";") {
        trimmed.removeLast()
      }
      trimmed += bytes[index..<end]
      index = end
    }
    return trimmed
  }

  /// Returns the end of a comment that starts at an index.
  private static func comment(in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start...].starts(with: "/*".utf8) else { return nil }
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return bytes.count
  }

  /// Returns the end of a string or of an address without quotes that starts at an index.
  private static func verbatim(in bytes: [UInt8], at start: Int) -> Int? {
    let first = bytes[start]
    let isQuote = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    guard isQuote || bytes[start...].starts(with: "url(".utf8) else { return nil }
    let close = isQuote ? first : UInt8(ascii: ")")
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      } else if bytes[index] == close {
        return index + 1
      }
      index += 1
    }
    return bytes.count
  }

  /// Whether the zero at an index is the whole part of a number that has a fraction, as in `0.5`.
  private static func isIdleZero(_ bytes: [UInt8], at index: Int, after last: UInt8?) -> Bool {
    guard bytes[index] == UInt8(ascii: "0"), index + 2 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "."), let last
    else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return digits.contains(bytes[index + 2]) && " :,(-".utf8.contains(last)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether white space after a byte says nothing.
  private static func endsAlone(_ byte: UInt8) -> Bool {
    standsAlone(byte) || byte == UInt8(ascii: ":")
  }

  /// Whether white space on either side of a byte says nothing.
  private static func standsAlone(_ byte: UInt8) -> Bool {
    "{};,>".utf8.contains(byte)
  }
}
