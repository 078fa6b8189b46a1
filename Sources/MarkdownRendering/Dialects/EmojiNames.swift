/// Signs by the names that GitHub gives them, `:tada:`.
///
/// The names and their signs are those of goldmark-emoji 1.0.1 (Debian), which takes them from GitHub.
enum EmojiNames {
  /// The longest name, in bytes.
  private static let maxLength = 40

  private static let signs: [Substring: Substring] = {
    let text = String(decoding: PackageResources.emoji_txt, as: UTF8.self)
    let pairs = text.split(separator: "\n").compactMap { line -> (Substring, Substring)? in
      guard let space = line.firstIndex(of: " ") else { return nil }
      return (line[..<space], line[line.index(after: space)...])
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

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

  /// Whether a text may hold the name of a sign.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let colon = DialectSigns.index(of: UInt8(ascii: ":"), in: text, from: start) {
      if let end = endOfName(in: text, from: colon), end > colon + 1 { return true }
      start = colon + 1
    }
    return false
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
        let sign = signs[Substring(String(decoding: text[(colon + 1)..<end], as: UTF8.self))]
      else { continue }
      written += text[start..<colon]
      written += sign.utf8
      (start, index) = (end + 1, end + 1)
    }
    guard start > 0 else { return }
    written += text[start...]
    node.replaceLiteral(with: String(decoding: written, as: UTF8.self))
  }

  private static func endOfName(in text: UnsafeBufferPointer<UInt8>, from colon: Int) -> Int? {
    let rest = text[(colon + 1)...].prefix(maxLength + 1)
    let end = rest.firstIndex { byte in
      !(byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte))
    }
    guard let end, end > colon + 1, text[end] == UInt8(ascii: ":") else { return nil }
    return end
  }
}
