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
}
