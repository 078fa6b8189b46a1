/// Text as HTML, for the few places that no template writes.
enum HTMLText {
  /// Returns a text with the characters that mean something in HTML escaped.
  static func escape(_ text: String) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  /// Returns a link.
  static func link(to url: String, _ text: String) -> [UInt8] {
    Array("<a href=\"".utf8) + escape(url) + Array("\">".utf8) + escape(text) + Array("</a>".utf8)
  }
}
