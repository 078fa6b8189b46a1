import FlyingFox
import Foundation

/// The answers of a preview.
extension HTTPResponse {
  /// A page of the site, which its script keeps as its source is.
  ///
  /// - Parameter host: The name and port that the browser knows the preview by.
  static func page(_ bytes: [UInt8], _ status: HTTPStatusCode, host: String) -> HTTPResponse {
    let headers: HTTPHeaders = [
      .contentType: MediaType.of(".html"), .cacheControl: "no-store",
      // What the site's own policy allows, and what the script of the preview needs; some browsers
      // do not count a web socket as `'self'`.
      contentSecurityPolicy: policy + "; connect-src 'self' ws://\(host)",
    ]
    return made(status, headers, bytes)
  }

  /// A file of the site, or the part of it that is asked for.
  static func file(_ bytes: [UInt8], _ path: String, range header: String?) -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: MediaType.of(path), .cacheControl: caching(of: path),
      .acceptRanges: "bytes",
    ]
    switch ByteRange(header: header, count: bytes.count) {
    case .whole: return made(.ok, headers, bytes)
    case .part(let part):
      headers[.contentRange] =
        "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)"
      return made(.partialContent, headers, Array(bytes[part]))
    case .outside:
      headers[.contentRange] = "bytes */\(bytes.count)"
      return made(.rangeNotSatisfiable, headers, [])
    }
  }

  /// A file of the preview itself, whose address holds its digest.
  static func lasting(_ bytes: [UInt8], _ ending: String) -> HTTPResponse {
    made(.ok, [.contentType: MediaType.of(ending), .cacheControl: forever], bytes)
  }

  /// Another address.
  static func redirection(to path: String) -> HTTPResponse {
    made(.found, [.location: path, .cacheControl: "no-store"], [])
  }

  /// A refusal, with a text that says why.
  static func refusal(
    _ status: HTTPStatusCode, _ text: String, _ headers: HTTPHeaders = [:]
  ) -> HTTPResponse {
    var headers = headers
    headers[.contentType] = MediaType.of(".txt")
    return made(status, headers, Array((text + "\n").utf8))
  }

  /// Keeps the headers alone, as `HEAD` asks for.
  mutating func dropBody() {
    guard case .httpBody(let body) = payload else { return }
    headers[.contentLength] = body.count.map(String.init)
    payload = .httpBody(HTTPBodySequence())
  }

  private static let contentSecurityPolicy = HTTPHeader("Content-Security-Policy")
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  private static let forever = "max-age=31536000, immutable"

  /// An asset has a digest of ten digits in its name, as `ti.ec72408d4a.css` has: whatever its source
  /// becomes, what has this name does not change, and a page is there sooner.
  private static func caching(of path: String) -> String {
    let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
    let hasDigest = parts.dropFirst().dropLast().contains {
      $0.count == 10 && $0.allSatisfy(\.isHexDigit)
    }
    return path.hasPrefix("assets/") && hasDigest ? forever : "no-store"
  }

  private static func made(
    _ status: HTTPStatusCode, _ others: HTTPHeaders, _ bytes: [UInt8]
  ) -> HTTPResponse {
    var headers = others
    headers[contentSecurityPolicy] = others[contentSecurityPolicy] ?? policy
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    // The scripts of other sites must not read what is being written here.
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    return HTTPResponse(
      statusCode: status, headers: headers,
      // The library reads what it sends in pieces of this size, one system call each.
      body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: 1 << 16))
  }
}
