package import Formats
import TextEncoding

/// Where an address written in a page of the site leads (RFC 3986).
package enum Destination: Sendable, Hashable {
  /// A file of the site by its path, and what stands after `#`, both percent-decoded.
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
      self = Self.file(address.dropFirst(baseURL.text.count), in: [])
    } else if let scheme = Self.scheme(of: address) {
      self = Self.fetchedSchemes.contains(scheme) ? .outside : .elsewhere
    } else if address.hasPrefix("//") {
      self = .outside
    } else if address.hasPrefix("/") {
      self = address.hasPrefix(root) ? Self.file(address.dropFirst(root.count), in: []) : .aboveSite
    } else if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("?") {
      self = .file(page, fragment: Self.decoded(Self.split(address[...], at: "#").after))
    } else {
      let folder = page.split(separator: "/").dropLast().map(String.init)
      self = Self.file(address[...], in: folder)
    }
  }

  /// Follows a path with what comes after it, from a folder of the site.
  private static func file(_ reference: Substring, in folder: [String]) -> Destination {
    let (address, fragment) = split(reference, at: "#")
    let path = split(address, at: "?").before
    var parts = folder
    var isFolder = true
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      isFolder = part.isEmpty || part == "." || part == ".."
      if part == ".." {
        guard parts.popLast() != nil else { return .aboveSite }
      } else if !isFolder {
        parts.append(decoded(part))
      }
    }
    let file = isFolder ? parts + ["index.html"] : parts
    return .file(file.joined(separator: "/"), fragment: decoded(fragment))
  }

  private static func scheme(of address: String) -> String? {
    let scheme = address.prefix { !":/?#".contains($0) }
    guard address[scheme.endIndex...].hasPrefix(":") else { return nil }
    return scheme.lowercased()
  }

  private static func split(
    _ text: Substring, at separator: Character
  ) -> (before: Substring, after: Substring) {
    guard let place = text.firstIndex(of: separator) else { return (text, "") }
    return (text[..<place], text[text.index(after: place)...])
  }

  private static func decoded(_ text: Substring) -> String {
    PercentEncoding.decodeWhole(text) ?? String(text)
  }
}
