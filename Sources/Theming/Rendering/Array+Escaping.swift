extension [UInt8] {
  /// Appends a text in UTF-8 with `& < > " '` replaced by character references, which makes it safe
  /// between tags and inside quoted attributes.
  ///
  /// - Complexity: O(*n*)
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for position in bytes.indices {
        guard let reference = reference(for: bytes[position]) else { continue }
        append(contentsOf: bytes[start..<position])
        reference.withUTF8Buffer { append(contentsOf: $0) }
        start = position + 1
      }
      append(contentsOf: bytes[start...])
    }
  }

  @inline(__always)
  private func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
