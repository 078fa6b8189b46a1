extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without white space at its ends.
  ///
  /// - Complexity: O(1) for the text itself where it starts and ends with visible ASCII characters, as
  ///   nearly all do; O(*n*) elsewhere.
  @inlinable public var trimmed: String {
    let bytes = utf8
    if let first = bytes.first, let last = bytes.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return String(self)
    }
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
