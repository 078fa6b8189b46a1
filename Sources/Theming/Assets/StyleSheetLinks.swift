/// The addresses that a style sheet refers to by `url(…)` or `@import "…"`.
struct StyleSheetLinks {
  /// An address, and the bytes where it stands, quotes left out.
  struct Link: Equatable {
    let address: String
    let range: Range<Int>
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

  /// Returns the style sheet with other addresses in the place of its own.
  func replacing(_ address: (Link) -> String?) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for link in links {
      guard let address = address(link) else { continue }
      output += bytes[position..<link.range.lowerBound]
      output += Array(address.utf8)
      position = link.range.upperBound
    }
    return output + bytes[position...]
  }

  private mutating func readImport(from start: Int) -> Int {
    let position = bytes[start...].firstIndex { !isSpace($0) } ?? bytes.count
    guard position < bytes.count, isQuote(bytes[position]) else { return position }
    return readLink(from: position, closedBy: UInt8(ascii: ";"))
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
