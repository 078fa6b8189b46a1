import TextEncoding

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
