/// Reads JSON (RFC 8259) into data, and says at which byte it is not JSON.
///
/// Numbers become texts; a comma after the last value is let through.
package struct JSONReader {
  /// Why a text is not JSON, in English, and at which byte.
  package struct Problem: Error {
    package let description: String
    package let offset: Int
  }

  /// The most lists and objects inside each other.
  private static let greatestDepth = 512
  /// The most values that are read from one text.
  private static let greatestCount = 2_000_000

  let bytes: [UInt8]
  var position = 0
  private var valueCount = 0
  /// What is looked for in the object at the top, when it is not read whole.
  var listing: Listing?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a whole text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func read(_ text: String) throws(Problem) -> DataValue {
    var reader = JSONReader(Array(text.utf8))
    let value = try reader.value(depth: 0)
    try reader.end()
    return value
  }

  mutating func end() throws(Problem) {
    skipSpace()
    guard position == bytes.count else { throw unexpected }
  }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  var unexpected: Problem {
    Problem(
      description: next == nil ? "unexpected end" : "unexpected character", offset: position)
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// Goes past a byte, when it is the next one.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  mutating func value(depth: Int) throws(Problem) -> DataValue {
    skipSpace()
    valueCount += 1
    guard valueCount <= Self.greatestCount else {
      throw Problem(description: "too many values", offset: position)
    }
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try list(depth: depth + 1))
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .text("true"))
    case UInt8(ascii: "f"): return try word("false", .text("false"))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .text(try number())
    }
  }

  private mutating func word(_ word: String, _ value: DataValue) throws(Problem) -> DataValue {
    for byte in word.utf8 {
      guard next == byte else { throw unexpected }
      position += 1
    }
    return value
  }

  private mutating func open(depth: Int) throws(Problem) {
    guard depth <= Self.greatestDepth else {
      throw Problem(description: "too many levels", offset: position)
    }
    position += 1
  }

  private mutating func list(depth: Int) throws(Problem) -> [DataValue] {
    try open(depth: depth)
    var values: [DataValue] = []
    while true {
      skipSpace()
      if skip("]") { return values }
      values.append(try value(depth: depth))
      skipSpace()
      if skip(",") { continue }
      guard skip("]") else { throw unexpected }
      return values
    }
  }

  mutating func object(depth: Int) throws(Problem) -> [String: DataValue] {
    try open(depth: depth)
    var values: [String: DataValue] = [:]
    while true {
      skipSpace()
      if skip("}") { return values }
      guard next == UInt8(ascii: "\"") else { throw unexpected }
      let key = try string()
      skipSpace()
      guard skip(":") else { throw unexpected }
      skipSpace()
      if depth == 1, let listing, listing.key == key, skip("[") {
        try findElements()
        values[key] = .list([])
      } else if depth == 1, let listing, !listing.keys.contains(key) {
        try skipValue()
      } else {
        values[key] = try value(depth: depth)
      }
      skipSpace()
      if skip(",") { continue }
      guard skip("}") else { throw unexpected }
      return values
    }
  }

  /// Reads a number, and writes it in the shortest form.
  private mutating func number() throws(Problem) -> String {
    let start = position
    _ = skip("-")
    guard let first = next, isDigit(first) else { throw unexpected }
    skipDigits()
    if first == UInt8(ascii: "0"), position > start + (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
      throw Problem(description: "a number that starts with 0", offset: start)
    }
    if skip(".") { try someDigits() }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      try someDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = Int(text) { return String(number) }
    guard let number = Double(text), number.isFinite else {
      throw Problem(description: "a number that is too large", offset: start)
    }
    return Int(exactly: number).map { String($0) } ?? String(number)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func skipDigits() {
    while let byte = next, isDigit(byte) { position += 1 }
  }

  private mutating func someDigits() throws(Problem) {
    guard let byte = next, isDigit(byte) else { throw unexpected }
    skipDigits()
  }

  private mutating func string() throws(Problem) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    var text = bytes[start..<position]
    if skip("\"") { return String(decoding: text, as: UTF8.self) }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        text += String(try escape()).utf8
      case 0..<0x20:
        throw Problem(description: "a control character in a string", offset: position)
      default:
        position += 1
        text.append(byte)
      }
    }
    throw unexpected
  }

  private mutating func escape() throws(Problem) -> Unicode.Scalar {
    guard let byte = next else { throw unexpected }
    position += 1
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": return Unicode.Scalar(byte)
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try character()
    default: throw Problem(description: "an unknown escape", offset: position - 1)
    }
  }

  /// Reads the digits of `\u`, and those of the second half of a pair.
  private mutating func character() throws(Problem) -> Unicode.Scalar {
    let start = position
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code), skip("\\"), skip("u") {
      let low = try fourDigits()
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw Problem(description: "half a character", offset: start)
    }
    return scalar
  }

  private mutating func fourDigits() throws(Problem) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw unexpected
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
