import Formats
import MarkdownRendering
import Synchronization
import TextEncoding

/// Where an entry of a menu leads, for the pages of one language.
package struct MenuLink: Sendable, Hashable {
  /// The address: from the root of the site, or whole.
  let url: String
  /// What the address is, for the page that writes it.
  private let kind: Kind
  /// The published folder of the page; nil for a place in a page, a file, and another site.
  package let folder: String?
  /// The sheet whose page it is.
  let sheet: Int?
  /// The place in the page, without its sign.
  let place: String?
  /// The language of the page, when it is another than that of the pages with the menu.
  package let language: String?

  private enum Kind: Sendable, Hashable {
    /// A page of the site: the end of its folder is where the query and the place start.
    case page(folder: String, rest: String)
    case file
    /// Another site, a message, or a place of the page itself.
    case elsewhere
  }

  /// Takes what a link of the configuration was resolved to: an address from the root of the site.
  init(_ url: String, sheet: Int?, language: String?) {
    self.url = url
    self.sheet = sheet
    self.language = language
    let isElsewhere =
      url.hasPrefix("#") || url.hasPrefix("//") || LinkSafety.scheme(of: url) != nil
    let (path, rest) = SitePath.split(url)
    let place = rest.firstIndex(of: "#").map { Address.decode(rest[rest.index(after: $0)...]) }
    self.place = isElsewhere ? nil : place
    if isElsewhere {
      (kind, folder) = (.elsewhere, nil)
    } else if path.isEmpty || path.hasSuffix("/") {
      let encoded = path == "./" ? "" : String(path)
      kind = .page(folder: encoded, rest: String(rest))
      folder = rest.isEmpty ? Address.decode(encoded[...]) : nil
    } else {
      (kind, folder) = (.file, nil)
    }
  }

  /// Returns the address as a page writes it.
  package func address(from links: PageLinks) -> String {
    switch kind {
    case .page(let folder, let rest): links.page(encoded: folder) + rest
    case .file: links.prefix + url
    case .elsewhere: url
    }
  }
}
