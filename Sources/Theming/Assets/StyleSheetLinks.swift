/// The addresses that a style sheet refers to by `url(…)` or `@import "…"`.
struct StyleSheetLinks {
  /// An address, and the bytes where it stands, quotes left out.
  struct Link: Equatable {
    let address: String
    let range: Range<Int>
    /// The bytes of the `@import` that is nothing but this address, its semicolon with it.
    var statement: Range<Int>?
  }

  private(set) var links: [Link] = []
  private let bytes: [UInt8]

  /// Reads the addresses of a style sheet; those in comments do not count.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var position = 0
    while position < bytes.count {
      if starts(with: "/*", at: position) {
        position = end(of: "*/", from: position + 2)
      } else if starts(with: "url(", at: position) {
        position = readLink(from: position + 4, closedBy: UInt8(ascii: ")"))
      } else if starts(with: "@import", at: position) {
        position = readImport(from: position + 7)
      } else {
        position += 1
      }
    }
  }

  /// Returns the style sheet with other bytes in the place of some of its own.
  ///
  /// - Parameter changes: What to replace, in the order of the style sheet, and with what.
  func replacing(_ changes: [(range: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for change in changes {
      output += bytes[position..<change.range.lowerBound]
      output += change.bytes
      position = change.range.upperBound
    }
    return output + bytes[position...]
  }

  /// Reads an `@import`, whose name ends at `start`.
  private mutating func readImport(from start: Int) -> Int {
    let position = bytes[start...].firstIndex { !isSpace($0) } ?? bytes.count
    guard position < bytes.count, isQuote(bytes[position]) else { return position }
    let end = readLink(from: position, closedBy: UInt8(ascii: ";"))
    // What follows the address may say when the import holds: a medium, a layer.
    let next = bytes[min(end + 1, bytes.count)...].firstIndex { !isSpace($0) } ?? bytes.count
    if next < bytes.count, bytes[next] == UInt8(ascii: ";"), !links.isEmpty {
      links[links.count - 1].statement = start - "@import".utf8.count..<next + 1
    }
    return end
  }

  private mutating func readLink(from start: Int, closedBy closing: UInt8) -> Int {
    guard var first = bytes[start...].firstIndex(where: { !isSpace($0) }) else {
      return bytes.count
    }
    var closing = closing
    if isQuote(bytes[first]) {
      closing = bytes[first]
      first += 1
    }
    let end = bytes[first...].firstIndex(of: closing) ?? bytes.count
    let last = bytes[first..<end].lastIndex { !isSpace($0) }.map { $0 + 1 } ?? first
    links.append(
      Link(address: String(decoding: bytes[first..<last], as: UTF8.self), range: first..<last))
    return end
  }

  private func end(of text: String, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      if starts(with: text, at: position) { return position + text.utf8.count }
      position += 1
    }
    return bytes.count
  }

  private func starts(with text: String, at position: Int) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == 0x27 }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
