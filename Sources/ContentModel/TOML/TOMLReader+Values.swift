import TextEncoding
import YAMLParsing

/// Values: texts, numbers, dates, lists and tables on one line.
extension TOMLReader {
  mutating func value(depth: Int) throws(TOMLProblem) -> YAMLNode {
    guard depth <= Self.greatestDepth else { throw .tooDeep(limit: Self.greatestDepth, at: mark) }
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar(try text())
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return .scalar(try word())
    }
  }

  /// Reads a list, which may go over lines and end in a comma.
  private mutating func list(depth: Int) throws(TOMLProblem) -> YAMLNode {
    let start = mark
    position += 1
    var values: [YAMLNode] = []
    while true {
      try skipEmptyLines()
      if skip("]") { break }
      guard next != nil else {
        throw .unfinished("]", openedAt: start, at: mark, isEnd: true)
      }
      values.append(try value(depth: depth + 1))
      try skipEmptyLines()
      if skip(",") { continue }
      guard skip("]") else {
        throw .unfinished("]", openedAt: start, at: mark, isEnd: next == nil)
      }
      break
    }
    return .sequence(YAMLSequence(values, mark: start))
  }

  private mutating func inlineTable(depth: Int) throws(TOMLProblem) -> YAMLNode {
    let start = mark
    position += 1
    let table = TOMLTable(.header, depth: depth, mark: start)
    skipSpace()
    if skip("}") { return table.node }
    let outerKey = key
    defer { key = outerKey }
    while true {
      skipSpace()
      try readPair(in: table)
      skipSpace()
      if skip(",") { continue }
      guard skip("}") else {
        throw .unfinished("}", openedAt: start, at: mark, isEnd: isAtLineEnd)
      }
      return table.node
    }
  }

  /// Reads a number, a date, a time, `true` or `false`.
  private mutating func word() throws(TOMLProblem) -> YAMLScalar {
    let (start, startMark) = (position, mark)
    skipWord()
    if isSpaceBeforeTime(since: start) {
      position += 1
      skipWord()
    }
    let written = String(decoding: bytes[start..<position], as: UTF8.self)
    if let text = TOMLWord.text(of: written) { return YAMLScalar(text, mark: startMark) }
    if let first = written.unicodeScalars.first, "0123456789+-.".unicodeScalars.contains(first),
      isAtEndOfValue
    {
      throw .number(written, at: startMark)
    }
    let rest = bytes[start...].prefix { ![0x0A, 0x0D, 0x23, 0x2C, 0x5D, 0x7D].contains($0) }
    let text = String(decoding: rest, as: UTF8.self).trimmed
    throw .bareValue(
      text.unquoted, key: key, length: text.unicodeScalars.count, at: startMark)
  }

  private mutating func skipWord() {
    while let byte = next, TOMLWord.isPart(byte) { position += 1 }
  }

  /// Whether a day was just read and a time follows it after a space.
  private func isSpaceBeforeTime(since start: Int) -> Bool {
    guard position - start == 10, bytes[start + 4] == UInt8(ascii: "-"), next == 0x20,
      position + 3 < bytes.count
    else { return false }
    return bytes[position + 1...position + 2].allSatisfy { (0x30...0x39).contains($0) }
      && bytes[position + 3] == UInt8(ascii: ":")
  }

  private var isAtEndOfValue: Bool {
    guard let byte = next else { return true }
    return [0x0A, 0x0D, 0x23, 0x2C, 0x5D, 0x7D].contains(byte)
      || bytes[position...].drop { $0 == 0x20 || $0 == 0x09 }.first.map {
        [0x0A, 0x0D, 0x23, 0x2C, 0x5D, 0x7D].contains($0)
      } ?? true
  }
}

extension String {
  /// The text without the curly quotes that it starts and ends with.
  fileprivate var unquoted: String { isBetweenCurlyQuotes ? String(dropFirst().dropLast()) : self }
}
