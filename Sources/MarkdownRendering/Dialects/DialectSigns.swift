internal import Glibc

/// Tells at little cost that a text holds no syntax of other tools.
enum DialectSigns {
  /// Whether a line starts with a sign that opens a block of another tool.
  static func areAtLineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isAtLineStart(of: bytes) { line in
      guard line.count > 1 else { return false }
      let (first, second) = (line[line.startIndex], line[line.startIndex + 1])
      return isSign(first, second)
        || (first == UInt8(ascii: "i") && line.starts(with: "import ".utf8))
        || (first == UInt8(ascii: "e") && line.starts(with: "export ".utf8))
        || (first == UInt8(ascii: "<") && DialectReader.mayOpenElement(line))
        || (first == UInt8(ascii: ">") && isDefinition(line.dropFirst().drop { $0 == 0x20 }))
        || (first == UInt8(ascii: "(") && DialectReader.mayBePlace(line))
        || (first == UInt8(ascii: "`") && DialectReader.mayBeDirective(line))
        || (first == UInt8(ascii: "\\") && "[b".utf8.contains(second))
        || (first == UInt8(ascii: "#")
          && (second == UInt8(ascii: "+") || DialectReader.mayBeNamedHeading(line)))
        || (first == UInt8(ascii: "^") && second > 0x2F)
    }
  }

  /// Whether a line that is quoted may be a definition.
  private static func isDefinition(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.first == UInt8(ascii: ":") && [0x20, 0x09].contains(line.dropFirst().first)
  }

  /// Whether one of the lines of a text, its indentation left out, starts as asked for.
  static func isAtLineStart(
    of bytes: UnsafeBufferPointer<UInt8>, _ starts: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    var start = 0
    while start < bytes.count {
      var index = start
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      if starts(bytes[index...]) { return true }
      guard let next = Self.index(of: 0x0A, in: bytes, from: index) else { return false }
      start = next + 1
    }
    return false
  }

  /// Whether the address of a link or of a definition starts with a tag: `]({{`, `]({%`, `]: {{`.
  static func areInAddresses(of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 2
    while let brace = index(of: UInt8(ascii: "{"), in: bytes, from: start) {
      let before = (bytes[brace - 2], bytes[brace - 1])
      if before == (UInt8(ascii: "]"), UInt8(ascii: "(")) { return true }
      if before == (UInt8(ascii: ":"), 0x20) { return true }
      start = brace + 1
    }
    return false
  }

  /// Whether a text may hold `key:: value`, or the caption of a table.
  static func hasProperties(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 1
    while let colon = index(of: UInt8(ascii: ":"), in: bytes, from: start) {
      if colon + 1 < bytes.count, bytes[colon + 1] == bytes[colon], bytes[colon - 1] > 0x2C,
        bytes[colon - 1] != bytes[colon],
        colon + 2 == bytes.count || bytes[colon + 2] <= 0x20
      {
        return true
      }
      start = colon + 1
    }
    return false
  }

  private static func isSign(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): second == first || second == UInt8(ascii: ">")
    case UInt8(ascii: ":"): second == first || [0x20, 0x09, 0x4C, 0x50, 0x6C].contains(second)
    case UInt8(ascii: "+"): second == UInt8(ascii: "-") || second == UInt8(ascii: "=")
    case UInt8(ascii: "T"): second == UInt8(ascii: "a")
    case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "%"):
      second == first
    case UInt8(ascii: "{"): [0x25, 0x3A, 0x2E, 0x20, 0x2F].contains(second)
    case UInt8(ascii: "*"): second == UInt8(ascii: "[")
    case UInt8(ascii: "["): [0x54, 0x74, 0x5B].contains(second)
    default: false
    }
  }

  /// Whether a text holds a byte twice in a row.
  static func hasPair(_ byte: Character, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let byte = byte.asciiValue else { return false }
    var start = 0
    while let found = index(of: byte, in: bytes, from: start) {
      if found + 1 < bytes.count, bytes[found + 1] == byte { return true }
      start = found + 1
    }
    return false
  }

  /// Whether a text holds a byte.
  static func has(_ byte: Character, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    byte.asciiValue.flatMap { index(of: $0, in: bytes, from: 0) } != nil
  }

  /// Returns the first place of a byte.
  static func index(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    let found = memchr(base + start, CInt(byte), bytes.count - start)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }
}
