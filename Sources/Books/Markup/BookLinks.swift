import Formats
import SiteGraph
import TextEncoding

/// Where the links of a page lead, once it is in a book.
protocol BookLinks {
  /// Returns the address in the book of a page, and of a place in it; nil for one that is not in it.
  func address(ofPage path: String, fragment: String) -> String?
  /// Returns the address in the book of the copy of a site's picture; nil when the site has no picture at
  /// the path.
  mutating func picture(at path: String) -> String?
  /// Where the site is published.
  var baseURL: BaseURL? { get }
}

/// Where a link of a chapter leads.
enum BookLink {
  /// A place in the book.
  case inside(String)
  /// An address on the web.
  case outside(String)
  /// Nowhere that a book can lead to: the words alone stay.
  case nowhere

  /// Follows a link.
  ///
  /// - Parameter path: The path of the page that it is written on.
  init(_ address: String, from path: String, _ links: some BookLinks) {
    switch Destination(address, from: path, baseURL: links.baseURL) {
    case .file(let file, let fragment):
      if let inside = links.address(ofPage: file, fragment: fragment) {
        self = .inside(inside)
      } else if let base = links.baseURL {
        let page = file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file
        let rest = fragment.isEmpty ? "" : "#" + Address.encode(fragment)
        self = .outside(base.url(of: Address.encode(page)) + rest)
      } else {
        self = .nowhere
      }
    case .outside:
      let isWhole = address.hasPrefix("http://") || address.hasPrefix("https://")
      self =
        isWhole
        ? .outside(address) : address.hasPrefix("//") ? .outside("https:" + address) : .nowhere
    case .elsewhere:
      let kept = ["mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
      self = kept ? .outside(address) : .nowhere
    case .aboveSite: self = .nowhere
    }
  }
}
