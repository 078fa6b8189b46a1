import Formats
import SiteGraph
import TextEncoding

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
