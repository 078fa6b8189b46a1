import Diagnostics
package import YAMLParsing

/// Reads TOML 1.0 into nodes that know where they are written, as those of YAML do.
///
/// No library is used, as none keeps the place of every value: a date that cannot be read, or a link
/// that leads nowhere, is reported with its line.
package struct TOMLReader {
  /// The most lists and tables in one another.
  static let greatestDepth = 100

  let bytes: [UInt8]
  var position = 0
  /// The last key that was read, for messages.
  var key = ""
  private let lines: LineIndex

  private init(_ text: String) {
    bytes = Array(text.utf8)
    lines = LineIndex(bytes)
  }

  /// Reads a whole document.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func read(_ text: String) throws(TOMLProblem) -> YAMLNode {
    var reader = TOMLReader(text)
    return try reader.document()
  }

  private mutating func document() throws(TOMLProblem) -> YAMLNode {
    let root = TOMLTable(.header, depth: 0, mark: YAMLMark(line: 1, column: 1))
    var table = root
    while true {
      try skipEmptyLines()
      guard let byte = next else { return root.node }
      if byte == UInt8(ascii: "[") {
        table = try header(in: root)
      } else {
        try readPair(in: table)
      }
      try endLine()
    }
  }

  /// Reads `[name]` or `[[name]]`; returns the table that what follows is in.
  private mutating func header(in root: TOMLTable) throws(TOMLProblem) -> TOMLTable {
    let start = mark
    position += 1
    let isListed = skip("[")
    let path = try keyPath(depth: 0)
    guard skip("]"), !isListed || skip("]") else { throw .header(at: start) }
    return try root.table(ofHeader: path, isListed: isListed)
  }

  /// Reads `key = value` into a table.
  mutating func readPair(in table: TOMLTable) throws(TOMLProblem) {
    let path = try keyPath(depth: table.depth)
    key = path.map(\.string).joined(separator: ".")
    guard let last = path.last else { throw .keyExpected(at: mark) }
    guard skip("=") else { throw .equalsExpected(after: key, at: mark) }
    skipSpace()
    let holder = try table.holder(ofDotted: path.dropLast())
    let value = try value(depth: holder.depth + 1)
    try holder.add(value, for: last)
  }

  private mutating func keyPath(depth: Int) throws(TOMLProblem) -> [YAMLScalar] {
    var path: [YAMLScalar] = []
    repeat {
      skipSpace()
      path.append(try keyPart())
      guard depth + path.count <= Self.greatestDepth else {
        throw .tooDeep(limit: Self.greatestDepth, at: mark)
      }
      skipSpace()
    } while skip(".")
    return path
  }

  private mutating func keyPart() throws(TOMLProblem) -> YAMLScalar {
    let mark = mark
    switch next {
    case UInt8(ascii: "\""):
      return YAMLScalar(try basicLine(), style: .doubleQuoted, mark: mark)
    case UInt8(ascii: "'"):
      return YAMLScalar(try literalLine(), style: .singleQuoted, mark: mark)
    default:
      let start = position
      while let byte = next, Self.isOfBareKey(byte) { position += 1 }
      guard position > start else { throw .keyExpected(at: mark) }
      return YAMLScalar(String(decoding: bytes[start..<position], as: UTF8.self), mark: mark)
    }
  }

  private static func isOfBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Signs

  /// The next byte.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Where the next byte is.
  var mark: YAMLMark { mark(atByte: position) }

  func mark(atByte offset: Int) -> YAMLMark {
    let place = lines.position(atByte: offset)
    return YAMLMark(line: place.line, column: place.column)
  }

  /// Goes past a sign, when it is the next one.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Goes past spaces, ends of lines and comments.
  mutating func skipEmptyLines() throws(TOMLProblem) {
    while true {
      skipSpace()
      try skipComment()
      guard skipLineEnd() else { return }
    }
  }

  /// Whether a line ends here.
  var isAtLineEnd: Bool {
    guard let byte = next else { return true }
    return byte == 0x0A
      || (byte == 0x0D && (position + 1 == bytes.count || bytes[position + 1] == 0x0A))
  }

  /// Goes past the end of a line, when it is here.
  mutating func skipLineEnd() -> Bool {
    guard next != nil, isAtLineEnd else { return false }
    if next == 0x0D { position += 1 }
    if next == 0x0A { position += 1 }
    return true
  }

  private mutating func skipComment() throws(TOMLProblem) {
    guard skip("#") else { return }
    while !isAtLineEnd {
      try refuseControl()
      position += 1
    }
  }

  /// Throws when the next byte is a control character that TOML has nowhere.
  func refuseControl() throws(TOMLProblem) {
    if let byte = next, byte < 0x20 && byte != 0x09 || byte == 0x7F { throw .control(at: mark) }
  }

  /// Goes to the next line, past a comment.
  private mutating func endLine() throws(TOMLProblem) {
    skipSpace()
    try skipComment()
    guard isAtLineEnd else { throw .textAfterValue(at: mark) }
    _ = skipLineEnd()
  }
}
