/// An address that a page holds.
public struct PageReference: Sendable, Hashable {
  /// What a browser does with an address.
  public enum Use: Sendable {
    /// It goes there when the reader asks.
    case link
    /// It loads an image with the page.
    case image
    /// It loads something else with the page: a style sheet, a script, a frame.
    case load
    /// It does nothing: the address tells programs of another form of the page.
    case mention
  }

  /// The address as written.
  public let address: String
  /// What it is for.
  public let use: Use
  /// The byte of the page at which its element starts.
  public let offset: Int

  /// The attributes of an address, by element; those under `*` are for every element.
  static let attributes: [String: [(name: String, use: Use)]] = [
    "a": [("href", .link)], "area": [("href", .link)], "form": [("action", .link)],
    "button": [("formaction", .link)], "blockquote": [("cite", .mention)],
    "q": [("cite", .mention)], "img": [("src", .image)], "image": [("href", .image)],
    "input": [("src", .image), ("formaction", .link)], "script": [("src", .load)],
    "iframe": [("src", .load)], "embed": [("src", .load)], "object": [("data", .load)],
    "audio": [("src", .load)], "video": [("src", .load), ("poster", .image)],
    "source": [("src", .load)], "track": [("src", .load)], "use": [("href", .load)],
  ]

  /// Finds the addresses of a page, in order.
  static func all(in page: PageMarkup) -> [PageReference] {
    var references: [PageReference] = []
    for element in page.elements {
      for (name, use) in attributes[element.name] ?? [] {
        // An empty attribute is reported as such.
        guard let address = element[name], !address.isEmpty else { continue }
        references.append(PageReference(address: address, use: use, offset: element.offset))
      }
      if element.name == "link" { references += reference(ofLink: element) }
      if let candidates = element["srcset"] {
        references += images(in: candidates, offset: element.offset)
      }
      if let style = element["style"] { references += addresses(inStyle: style, element.offset) }
      if element.name == "style" {
        references += addresses(inStyle: page.text(of: element), element.offset)
      }
    }
    return references
  }

  private static func reference(ofLink element: MarkupElement) -> [PageReference] {
    guard let address = element["href"], !address.isEmpty else { return [] }
    let relations = (element["rel"] ?? "").lowercased().split(separator: " ")
    let told: Set<Substring> = ["canonical", "shortlink", "me", "webmention", "pingback"]
    let loaded: Set<Substring> = [
      "stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "prefetch",
      "modulepreload", "manifest", "preconnect", "dns-prefetch",
    ]
    if relations.contains(where: told.contains) { return [] }
    let use: Use = relations.contains(where: loaded.contains) ? .load : .mention
    return [PageReference(address: address, use: use, offset: element.offset)]
  }

  /// The addresses of `srcset`: `a.webp 480w, b.webp 2x`.
  private static func images(in candidates: String, offset: Int) -> [PageReference] {
    candidates.split(separator: ",").compactMap { candidate in
      candidate.split(whereSeparator: \.isWhitespace).first.map {
        PageReference(address: String($0), use: .image, offset: offset)
      }
    }
  }

  /// The addresses of `url(…)`.
  private static func addresses(inStyle style: String, _ offset: Int) -> [PageReference] {
    style.components(separated: "url(").dropFirst().map { rest in
      let address = rest.prefix { $0 != ")" }.filter { !"\"' ".contains($0) }
      return PageReference(address: String(address), use: .load, offset: offset)
    }
  }
}

extension String {
  /// Returns the parts between the places where a text stands.
  fileprivate func components(separated separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
