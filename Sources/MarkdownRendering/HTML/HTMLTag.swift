import TextEncoding

/// A tag written in HTML.
struct HTMLTag {
  /// What a tag says of its element.
  struct Attribute {
    /// Its name, in lower case.
    let name: String
    /// Its value, its character references decoded; empty when it has none.
    var value: String
    /// Where the value stands in the HTML, without its quotes; nil when it has none.
    let range: Range<Int>?
  }

  /// The name of the element, in lower case.
  let name: String
  let isEnd: Bool
  let attributes: [Attribute]
  /// Where it stands in the HTML, its brackets included.
  let range: Range<Int>

  /// Returns the value of an attribute; the first counts (HTML, 13.1.2.3).
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The place that it makes in its page for links: its id, or the name of an old anchor.
  var place: String? {
    if isEnd { return nil }
    let place = self["id"] ?? (name == "a" ? self["name"] : nil)
    return place?.isEmpty == false ? place : nil
  }

  /// Reads the tag that starts at a place; nil where none does.
  init?(_ html: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    guard html.indices.contains(index), html[start] == UInt8(ascii: "<") else { return nil }
    isEnd = html[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < html.count, Self.isNameByte(html[index]) { index += 1 }
    guard index > nameStart, index < html.count, Self.isLetter(html[nameStart]) else { return nil }
    name = Self.lowercased(html[nameStart..<index])
    var attributes: [Attribute] = []
    while index < html.count {
      while index < html.count, html[index] <= 0x20 || html[index] == UInt8(ascii: "/") {
        index += 1
      }
      guard index < html.count else { return nil }
      if html[index] == UInt8(ascii: ">") {
        self.attributes = attributes
        range = start..<index + 1
        return
      }
      guard let attribute = Self.attribute(in: html, at: &index) else { return nil }
      attributes.append(attribute)
    }
    return nil
  }

  private static func attribute(
    in html: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> Attribute? {
    let start = index
    while index < html.count, html[index] > 0x20,
      ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains(html[index])
    {
      index += 1
    }
    if index == start {
      // A sign that starts no name is passed over, as browsers do.
      index += 1
      return Attribute(name: "", value: "", range: nil)
    }
    let name = lowercased(html[start..<index])
    var next = index
    while next < html.count, html[next] <= 0x20 { next += 1 }
    guard next < html.count, html[next] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: "", range: nil)
    }
    next += 1
    while next < html.count, html[next] <= 0x20 { next += 1 }
    guard next < html.count else { return nil }
    let quote = html[next]
    let range: Range<Int>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = html[(next + 1)...].firstIndex(of: quote) else { return nil }
      range = next + 1..<end
      index = end + 1
    } else {
      let end = html[next...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? html.count
      range = next..<end
      index = end
    }
    return Attribute(name: name, value: HTMLEntities.decode(html[range]), range: range)
  }

  private static func lowercased(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }
}
