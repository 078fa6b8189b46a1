import TextEncoding

extension EmojiNames {
  /// Puts signs in the place of their names in the texts of a document; code keeps its own.
  static func replace(in root: SyntaxNode) {
    var node = root
    while true {
      if node.kind == .text { replace(inText: node) }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != root, node.next == nil, let parent = node.parent { node = parent }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  private static func replace(inText node: SyntaxNode) {
    let text = node.literal
    guard mayBe(in: text) else { return }
    var written: [UInt8] = []
    var start = 0
    var index = 0
    while let colon = DialectSigns.index(of: UInt8(ascii: ":"), in: text, from: index) {
      index = colon + 1
      guard let end = endOfName(in: text, from: colon),
        let sign = sign(named: Substring(String(decoding: text[(colon + 1)..<end], as: UTF8.self)))
      else { continue }
      written += text[start..<colon]
      written += sign.utf8
      (start, index) = (end + 1, end + 1)
    }
    guard start > 0 else { return }
    written += text[start...]
    node.replaceLiteral(with: String(decoding: written, as: UTF8.self))
  }

  /// Whether a text may hold the name of a sign.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let colon = DialectSigns.index(of: UInt8(ascii: ":"), in: text, from: start) {
      if let end = endOfName(in: text, from: colon), end > colon + 1 { return true }
      start = colon + 1
    }
    return false
  }

  /// Returns the place of the colon that ends a name.
  static func endOfName(in text: UnsafeBufferPointer<UInt8>, from colon: Int) -> Int? {
    let rest = text[(colon + 1)...].prefix(maxLength + 1)
    let end = rest.firstIndex { byte in
      !(byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte))
    }
    guard let end, end > colon + 1, text[end] == UInt8(ascii: ":") else { return nil }
    return end
  }
}
