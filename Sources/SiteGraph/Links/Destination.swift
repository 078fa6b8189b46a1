package import Formats
import TextEncoding

/// Where an address written in a page of the site leads (RFC 3986).
package enum Destination: Sendable, Hashable {
  /// A file of the site by its path and fragment, both percent-decoded.
  case file(String, fragment: String)
  /// Another origin.
  case outside
  /// A folder above the site.
  case aboveSite
  /// Nothing that is fetched: `mailto:`, `data:`…
  case elsewhere

  /// The schemes of what a browser fetches.
  private static let fetchedSchemes: Set<String> = ["http", "https", "ftp", "ws", "wss"]

  /// Follows an address.
  ///
  /// - Parameters:
  ///   - page: The path of the file that holds it: `methodes/index.html`.
  ///   - baseURL: Where the site is published; what is below is in the site.
  package init(_ address: String, from page: String, baseURL: BaseURL?) {
    let address = address.trimmed
    let root = baseURL?.path ?? "/"
    if let baseURL, address.hasPrefix(baseURL.text) {
      self = Self.file(address.dropFirst(baseURL.text.count), from: "")
    } else if let scheme = Self.scheme(of: address) {
      self = Self.fetchedSchemes.contains(scheme) ? .outside : .elsewhere
    } else if address.hasPrefix("//") {
      self = .outside
    } else if address.hasPrefix("/") {
      let path = address.dropFirst(root.count)
      self = address.hasPrefix(root) ? Self.file(path, from: "") : .aboveSite
    } else if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("?") {
      self = .file(page, fragment: Self.fragment(in: address[...]))
    } else {
      self = Self.file(address[...], from: page)
    }
  }

  /// Follows a path, with what comes after it, from a file of the site.
  private static func file(_ reference: Substring, from page: String) -> Destination {
    let (address, rest) = SitePath.split(String(reference))
    guard let path = SitePath(address, from: page[...]) else { return .aboveSite }
    let index = path.text.isEmpty ? "index.html" : path.text + "/index.html"
    return .file(path.isFolder ? index : path.text, fragment: fragment(in: rest))
  }

  private static func scheme(of address: String) -> String? {
    let scheme = address.prefix { !":/?#".contains($0) }
    guard address[scheme.endIndex...].hasPrefix(":") else { return nil }
    return scheme.lowercased()
  }

  /// Returns the fragment of an address, percent-decoded; nil without one.
  private static func fragment(in address: Substring) -> String {
    guard let hash = address.firstIndex(of: "#") else { return "" }
    return Address.decode(address[address.index(after: hash)...])
  }
}
