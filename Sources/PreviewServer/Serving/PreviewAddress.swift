import TextEncoding

/// What a request of a preview asks for.
enum PreviewAddress: Equatable {
  /// A file of the site, by its path in the published folder.
  case file(String)
  /// A folder of the site, percent-encoded and without its last slash: the relative links of its page
  /// would lead to other pages.
  case folderWithoutSlash(String)
  /// The script that the preview adds to pages.
  case script
  /// The style of the overlay.
  case style
  /// The web socket that sends an open page its reload messages.
  case liveReload

  /// The folder of what a preview adds to a site; no page of a site has an underscore before its name.
  static let ownFolder = "/_archipel/"

  /// Reads the path of a request.
  ///
  /// - Parameter path: The path, percent-encoded.
  init(path: String, isFolder: (String) -> Bool) {
    let decoded = PercentEncoding.decodeWhole(path) ?? path
    switch decoded {
    case Self.ownFolder + "apercu.js": self = .script
    case Self.ownFolder + "apercu.css": self = .style
    case Self.ownFolder + "nouvelles": self = .liveReload
    default:
      let name = String(decoded.drop { $0 == "/" })
      if name.isEmpty || name.hasSuffix("/") {
        self = .file(name + "index.html")
      } else if isFolder(name + "/index.html") {
        self = .folderWithoutSlash(String(path.drop { $0 == "/" }))
      } else {
        self = .file(name)
      }
    }
  }
}

/// Whom a request is for, and what it asks for: the two forms that a browser and a proxy give it
/// (RFC 9112 3.2.1 and 3.2.2).
struct RequestTarget: Equatable {
  /// The name and the port of the server, as `127.0.0.1:8080`.
  let host: String
  /// The path, percent-encoded.
  let path: String

  /// Reads a request; nil when it is not for this machine.
  ///
  /// A page of another site may give its own name the address of this machine (DNS rebinding): the
  /// browser then takes the preview for that site, but still names it in the request.
  ///
  /// - Parameters:
  ///   - path: The path, or a whole address.
  ///   - host: The `Host` header; a whole address comes before it.
  init?(path: String, host: String?) {
    guard !path.hasPrefix("/") else {
      guard let host, Self.isLocal(host) else { return nil }
      (self.host, self.path) = (host, path)
      return
    }
    let scheme = "http://"
    guard path.prefix(scheme.count).lowercased() == scheme else { return nil }
    let rest = path.dropFirst(scheme.count)
    let named = rest.prefix { $0 != "/" }
    guard Self.isLocal(named) else { return nil }
    (self.host, self.path) = (String(named), "/" + rest.dropFirst(named.count + 1))
  }

  /// Whether a name and port are those of this machine.
  static func isLocal(_ host: some StringProtocol) -> Bool {
    let text = host.lowercased()
    return ["127.0.0.1", "localhost", "[::1]"].contains { name in
      guard text.hasPrefix(name) else { return false }
      let rest = text.dropFirst(name.count)
      return rest.isEmpty
        || (rest.hasPrefix(":") && rest.count > 1 && rest.dropFirst().allSatisfy(\.isASCIIDigit))
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
