import SiteFiles
import FlyingFox
import Foundation
import SiteBuilding

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
    return made(status, headers, body(bytes))
  }

  /// A file of the site, or the part of it that is asked for.
  static func file(_ bytes: [UInt8], _ path: String, range header: String?) -> HTTPResponse {
    stretch(of: bytes.count, path, range: header) { body(Array(bytes[$0])) }
  }

  /// A file that lies on the disk, or the part of it that is asked for: read as it is sent, as a film
  /// may be longer than the memory.
  ///
  /// - Throws: When the file cannot be read.
  static func attachment(
    _ disk: String, _ path: String, range header: String?
  ) throws -> HTTPResponse {
    // The library would take the size of a symbolic link for that of its file.
    guard let real = DiskFile.realPath(disk), FileManager.default.isReadableFile(atPath: real)
    else { throw CocoaError(.fileReadNoSuchFile) }
    let file = URL(filePath: real)
    let count = try HTTPBodySequence(file: file).count ?? 0
    return try stretch(of: count, path, range: header) { part in
      try HTTPBodySequence(file: file, range: part, suggestedBufferSize: pieceSize)
    }
  }

  /// The part of a file that is asked for.
  private static func stretch(
    of count: Int, _ path: String, range header: String?,
    body: (Range<Int>) throws -> HTTPBodySequence
  ) rethrows -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: MediaType.of(path), .cacheControl: caching(of: path),
      .acceptRanges: "bytes",
    ]
    switch ByteRange(header: header, count: count) {
    case .whole: return made(.ok, headers, try body(0..<count))
    case .part(let part):
      headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(count)"
      return made(.partialContent, headers, try body(part))
    case .outside:
      headers[.contentRange] = "bytes */\(count)"
      return made(.rangeNotSatisfiable, headers, HTTPBodySequence())
    }
  }

  /// A file of the preview itself, whose address holds its digest.
  static func lasting(_ bytes: [UInt8], _ ending: String) -> HTTPResponse {
    made(.ok, [.contentType: MediaType.of(ending), .cacheControl: forever], body(bytes))
  }

  /// Another address.
  static func redirection(to path: String) -> HTTPResponse {
    made(.found, [.location: path, .cacheControl: "no-store"], HTTPBodySequence())
  }

  /// A refusal, with a text that says why.
  static func refusal(
    _ status: HTTPStatusCode, _ text: String, _ headers: HTTPHeaders = [:]
  ) -> HTTPResponse {
    var headers = headers
    headers[.contentType] = MediaType.of(".txt")
    return made(status, headers, body(Array((text + "\n").utf8)))
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

  /// How much is read and sent at once: one system call each.
  private static let pieceSize = 1 << 16

  private static func body(_ bytes: [UInt8]) -> HTTPBodySequence {
    HTTPBodySequence(data: Data(bytes), suggestedBufferSize: pieceSize)
  }

  private static func made(
    _ status: HTTPStatusCode, _ others: HTTPHeaders, _ body: HTTPBodySequence
  ) -> HTTPResponse {
    var headers = others
    headers[contentSecurityPolicy] = others[contentSecurityPolicy] ?? policy
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    // The scripts of other sites must not read what is being written here.
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    return HTTPResponse(statusCode: status, headers: headers, body: body)
  }
}
