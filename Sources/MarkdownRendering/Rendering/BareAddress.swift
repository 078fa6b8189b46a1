extension SyntaxNode {
  /// Ends a bare address before the signs that French puts after it, and libcmark-gfm into it: a
  /// no-break space, a closing quotation mark, an ellipsis.
  func endBareAddress() {
    guard showsItsAddress, let child = firstChild else { return }
    let address = String(decoding: child.literal, as: UTF8.self)
    let whole = String(decoding: url, as: UTF8.self)
    guard let end = BareAddress.end(of: address) else { return }
    let rest = String(address[end...])
    child.replaceLiteral(with: String(address[..<end]))
    replaceURL(with: String(whole.dropLast(rest.count)))
    insertAfter(text: rest)
  }
}

/// An address that is written as such in a text.
enum BareAddress {
  /// Returns where an address ends before its end; nil when all of it is the address.
  static func end(of address: String) -> String.Index? {
    guard address.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var end = address.firstIndex { "\u{A0}\u{202F}\u{2009}»«“”…".contains($0) } ?? address.endIndex
    // An apostrophe may be inside an address: `https://a.example/l’été`.
    while end > address.startIndex, "’‘.,:;!?".contains(address[address.index(before: end)]) {
      end = address.index(before: end)
    }
    return end == address.endIndex || end == address.startIndex ? nil : end
  }
}
