import TextEncoding

/// A link to a page by its title, `[[Title]]` or `[[Title|text]]`, in a text; a picture with `!` before
/// it, `![[plan.png|300]]`.
struct WikiLink {
  /// What is between the brackets, before the bar.
  let destination: String
  /// What is after the bar.
  let text: String?
  /// The width that is asked for in the place of a text, in pixels.
  let width: Int?
  /// Whether it is to be shown in the page.
  let isEmbed: Bool
  /// Where it stands in the text, brackets and `!` included.
  let range: Range<Int>

  /// The address of a link to another site, in the place of a title, and its words: YesWiki has them behind a
  /// space.
  var address: (url: String, words: String)? {
    if let text, Self.isAddress(text) { return (text, destination) }
    let parts = destination.split(separator: " ", maxSplits: 1)
    guard let url = parts.first.map(String.init), Self.isAddress(url) else { return nil }
    let words = text ?? (parts.count == 2 ? String(parts[1]).trimmed : url)
    return (url, words)
  }

  private static func isAddress(_ text: String) -> Bool {
    guard !text.contains(" "), let scheme = LinkSafety.scheme(of: text) else { return false }
    return LinkSafety.allowedSchemes.contains(scheme) && text.utf8.count > scheme.utf8.count + 3
      && (text.contains("://") || scheme == "mailto" || scheme == "tel")
  }

  /// The page and the words of a link that another tool writes the other way round.
  var turned: (page: String, words: String)? {
    if let text { return (text, destination) }
    // YesWiki has a space where others have a bar; its pages are called so that they are known.
    let parts = destination.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let page = parts.first, page.dropFirst().contains(where: \.isUppercase),
      page.contains(where: \.isLowercase), page.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return (String(page), String(parts[1]).trimmed)
  }

  /// Returns whether a text can hold a wiki link.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bracket = UInt8(ascii: "[")
    var index = text.indexOrEnd(of: bracket, or: bracket, from: 0)
    while index < text.count - 4 {
      if text[index + 1] == bracket { return true }
      index = text.indexOrEnd(of: bracket, or: bracket, from: index + 1)
    }
    return false
  }

  /// Returns the wiki links of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [WikiLink] {
    var found: [WikiLink] = []
    var opening: Int?
    var index = 0
    while index + 1 < text.count {
      let pair = (text[index], text[index + 1])
      if pair == (UInt8(ascii: "["), UInt8(ascii: "[")) {
        opening = index + 2
        index += 2
      } else if pair == (UInt8(ascii: "]"), UInt8(ascii: "]")), let start = opening {
        if let link = WikiLink(text, between: start, and: index) { found.append(link) }
        opening = nil
        index += 2
      } else {
        index += 1
      }
    }
    return found
  }

  /// Returns a text with its wiki links as readers see them.
  static func words(of text: [UInt8]) -> String {
    text.withUnsafeBufferPointer { bytes in
      guard mayBe(in: bytes) else { return String(decoding: bytes, as: UTF8.self).trimmed }
      var words: [UInt8] = []
      var written = 0
      for link in all(in: bytes) {
        words.append(contentsOf: bytes[written..<link.range.lowerBound])
        words.append(contentsOf: (link.text ?? link.destination).utf8)
        written = link.range.upperBound
      }
      return String(decoding: words + bytes[written...], as: UTF8.self).trimmed
    }
  }

  private init?(_ text: UnsafeBufferPointer<UInt8>, between start: Int, and end: Int) {
    let inside = text[start..<end]
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    destination = Self.trimmed(inside[..<(bar ?? end)])
    var parts = bar.map { inside[($0 + 1)...].split(separator: UInt8(ascii: "|")) } ?? []
    isEmbed = start > 2 && text[start - 3] == UInt8(ascii: "!")
    width = isEmbed ? parts.last.flatMap { ImageSize(Self.trimmed($0))?.width } : nil
    if width != nil { parts.removeLast() }
    let written = Self.trimmed(parts.joined(separator: [UInt8(ascii: "|")]))
    self.text = written.isEmpty ? nil : written
    range = start - (isEmbed ? 3 : 2)..<end + 2
    // `[[1, 0], [0, 1]]` is a matrix.
    if destination.isEmpty || inside.contains(UInt8(ascii: "]")) { return nil }
  }

  private static func trimmed(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self).trimmed
  }
}
