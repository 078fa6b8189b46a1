/// What robots are told (RFC 9309), published as `robots.txt`: all is open to all.
public struct Robots: Sendable, Hashable {
  /// The name of the file, at the site's root.
  public static let fileName = "robots.txt"

  private let baseURL: BaseURL?

  /// Creates the rules of a site; its map is announced when its base URL is known.
  public init(baseURL: BaseURL?) {
    self.baseURL = baseURL
  }

  /// Returns the rules as text in UTF-8.
  public func encoded() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let baseURL { text += "\nSitemap: \(baseURL.url(of: Sitemap.fileName))\n" }
    return Array(text.utf8)
  }
}
