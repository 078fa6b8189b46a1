/// The places in a page that links may lead to.
///
/// The page as it is published says which it has: headings, fields that are shown, notes, and what the
/// theme makes besides. Whoever checks a link to a place asks here.
public struct PageAnchors: Sendable {
  /// The ids of elements, and the names that old anchors bear.
  public let ids: Set<String>

  /// Reads a page, HTML in UTF-8.
  ///
  /// - Complexity: O(*n*) in its length.
  public init(_ page: [UInt8]) {
    self.init(in: HTMLParser.parse(page))
  }

  init(in page: PageMarkup) {
    ids = Set(
      page.elements.flatMap { element in
        [element["id"], element.name == "a" ? element["name"] : nil].compactMap(\.self)
      })
  }

  /// Whether a link may lead to a fragment, decoded.
  ///
  /// Nothing, and `top`, are the start of any page (HTML, 7.4.6.4).
  public func contain(_ fragment: String) -> Bool {
    fragment.isEmpty || ids.contains(fragment) || fragment.lowercased() == "top"
  }
}
