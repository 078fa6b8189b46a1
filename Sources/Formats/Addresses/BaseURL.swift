/// The address at which a site is published, as in `https://exemple.bzh/communs/`.
public struct BaseURL: Sendable, Hashable {
  /// The address, with a slash at its end.
  public let text: String

  /// Creates a base URL from what a person wrote, or nil when it cannot be one.
  ///
  /// It is `http` or `https`, has a host, and neither query nor fragment, space nor character
  /// outside ASCII (RFC 3986). A missing slash at the end is added.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let schemeLength = Self.schemes.first(where: { bytes.starts(with: $0.utf8) })?.utf8.count
    else { return nil }
    let rest = bytes.dropFirst(schemeLength)
    guard let first = rest.first, first != UInt8(ascii: "/"), first != UInt8(ascii: ":"),
      rest.allSatisfy(Self.isAllowed), Self.isAuthority(rest.prefix { $0 != UInt8(ascii: "/") }),
      !rest.drop(while: { $0 != UInt8(ascii: "/") }).contains(where: Self.isBracket)
    else { return nil }
    self.text = bytes.last == UInt8(ascii: "/") ? text : text + "/"
  }

  /// Returns the address of a published file or page.
  ///
  /// - Parameter path: The path from the site's root, percent-encoded, with no slash in front;
  ///   empty for the home page.
  public func url(of path: String) -> String {
    text + path
  }

  /// The path of the site on its host, from a slash to a slash: `/communs/`.
  public var path: String {
    let afterScheme = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard let host = afterScheme.last, let slash = host.firstIndex(of: "/") else { return "/" }
    return String(host[slash...])
  }

  private static let schemes = ["https://", "http://"]

  /// Whether a host and its port are whole: brackets stand around an address of IPv6 alone.
  private static func isAuthority(_ text: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var end = text.firstIndex(of: colon) ?? text.endIndex
    if text.first == UInt8(ascii: "[") {
      guard let close = text.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let digits = text[text.startIndex + 1..<close]
      guard digits.contains(colon),
        digits.allSatisfy({ "0123456789abcdefABCDEF:.".utf8.contains($0) })
      else { return false }
      end = close + 1
    } else if text.contains(where: isBracket) {
      return false
    }
    let port = text[end...]
    // A name and a password before the host may hold a colon as well.
    if port.isEmpty || text.contains(UInt8(ascii: "@")) { return true }
    return port.first == colon && port.dropFirst().allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !#"?#"<>\^`{|}"#.utf8.contains(byte)
  }
}
