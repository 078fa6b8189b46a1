import TextEncoding

/// What the attributes of a component of MDX, Vue or Astro say to readers.
struct ComponentWords {
  let words: String
  let description: String?
  /// The attribute that holds where it leads.
  let address: HTMLTag.Attribute?
  /// Whether the component holds nothing.
  let isClosed: Bool

  /// Reads a tag; nil for one that is no component's, or has no words.
  ///
  /// - Parameter html: The HTML that the tag stands in.
  init?(of tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    guard !tag.isEnd, !tag.attributes.isEmpty, Self.isComponent(tag, in: html) else { return nil }
    address = Self.first(["href", "link", "to"], of: tag, in: html)
    let names = address == nil ? ["title", "caption"] : ["title", "text", "label", "caption"]
    guard let words = Self.first(names, of: tag, in: html) else { return nil }
    self.words = words.value.trimmed
    description = Self.first(["description"], of: tag, in: html)?.value.trimmed
    isClosed = html[tag.range].dropLast().last == UInt8(ascii: "/")
  }

  /// Returns the first of some attributes that holds a text: a value between quotes.
  private static func first(
    _ names: [String], of tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>
  ) -> HTMLTag.Attribute? {
    names.lazy.compactMap { name in
      tag.attributes.first { attribute in
        guard attribute.name == name, let range = attribute.range, range.lowerBound > 0 else {
          return false
        }
        return "\"'".utf8.contains(html[range.lowerBound - 1]) && !attribute.value.trimmed.isEmpty
      }
    }.first
  }

  /// Whether a tag is a component: HTML does not know its name, or it is written like `LinkCard`.
  private static func isComponent(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) -> Bool {
    let written = html[tag.range].dropFirst().prefix(tag.name.utf8.count)
    let isCapital = written.first.map { (0x41...0x5A).contains($0) } ?? false
    let hasSmallLetters = written.contains { (0x61...0x7A).contains($0) }
    return isCapital && hasSmallLetters || !HTMLElements.names.contains(tag.name)
  }
}
