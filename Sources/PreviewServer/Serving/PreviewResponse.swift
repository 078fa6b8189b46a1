import NIOHTTP1
import SiteLoading

/// What a preview answers.
struct PreviewResponse: Sendable {
  /// The bytes of an answer.
  enum Body: Sendable {
    case bytes([UInt8])
    /// A part of a file of the disk, which is read as it is sent.
    case file(OpenFile, Range<Int>)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      }
    }
  }

  let status: HTTPResponseStatus
  var headers: HTTPHeaders
  var body: Body

  private init(_ status: HTTPResponseStatus, _ headers: HTTPHeaders, _ body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
    if !headers.contains(name: Self.contentSecurityPolicy) {
      self.headers.add(name: Self.contentSecurityPolicy, value: Self.policy)
    }
    self.headers.add(name: "X-Content-Type-Options", value: "nosniff")
    // The scripts of other sites must not read what is being written here.
    self.headers.add(name: "Cross-Origin-Resource-Policy", value: "same-origin")
    self.headers.replaceOrAdd(name: "Content-Length", value: String(body.count))
  }

  /// A page of the site, which its script keeps as its source is.
  ///
  /// - Parameters:
  ///   - host: The name and port that the browser knows the preview by.
  ///   - deskPort: The port of the desk, whose page may show it in a frame.
  static func page(
    _ bytes: [UInt8], _ status: HTTPResponseStatus, host: String, deskPort: UInt16? = nil
  ) -> PreviewResponse {
    let framers = deskPort.map(Self.origins(port:)) ?? "'none'"
    let policy = policy.replacing("frame-ancestors 'none'", with: "frame-ancestors " + framers)
    let headers: HTTPHeaders = [
      "Content-Type": MediaType.of(".html"), "Cache-Control": "no-store",
      // What the site's own policy allows, and what the script of the preview needs; some browsers
      // do not count a web socket as `'self'`.
      contentSecurityPolicy: policy + "; connect-src 'self' ws://\(host)",
    ]
    return PreviewResponse(status, headers, .bytes(bytes))
  }

  /// The page of the desk: it asks for the data of sheets, and shows pages of the site in a frame.
  ///
  /// - Parameter sitePort: The port of the pages of the site.
  static func desk(_ bytes: [UInt8], sitePort: UInt16) -> PreviewResponse {
    PreviewResponse(
      .ok,
      [
        "Content-Type": MediaType.of(".html"), "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
        contentSecurityPolicy: policy.replacing(
          "img-src 'self' data:", with: "img-src 'self' data: blob:")
          + "; connect-src 'self'; frame-src " + origins(port: sitePort),
      ], .bytes(bytes))
  }

  /// Data for the page of the desk.
  static func data(_ status: HTTPResponseStatus, _ bytes: [UInt8]) -> PreviewResponse {
    PreviewResponse(
      status, ["Content-Type": MediaType.of(".json"), "Cache-Control": "no-store"], .bytes(bytes))
  }

  /// A picture beside a sheet, for the page of the desk.
  static func picture(_ bytes: [UInt8], _ path: String) -> PreviewResponse {
    PreviewResponse(
      .ok, ["Content-Type": MediaType.of(path), "Cache-Control": "no-store"], .bytes(bytes))
  }

  /// A file of the site, or the part of it that is asked for.
  static func file(_ bytes: [UInt8], _ path: String, range header: String?) -> PreviewResponse {
    part(of: bytes.count, path, range: header) { .bytes(Array(bytes[$0])) }
  }

  /// A file that lies on the disk, or the part of it that is asked for; nil when it cannot be read.
  static func attachment(
    _ disk: SourceFolder.File, _ path: String, range header: String?
  ) -> PreviewResponse? {
    guard let file = OpenFile(disk) else { return nil }
    return part(of: file.count, path, range: header) { .file(file, $0) }
  }

  /// The part of a file that is asked for.
  private static func part(
    of count: Int, _ path: String, range header: String?, body: (Range<Int>) -> Body
  ) -> PreviewResponse {
    var headers: HTTPHeaders = [
      "Content-Type": MediaType.of(path), "Cache-Control": caching(of: path),
      "Accept-Ranges": "bytes",
    ]
    switch ByteRange(header: header, count: count) {
    case .whole: return PreviewResponse(.ok, headers, body(0..<count))
    case .part(let part):
      headers.add(
        name: "Content-Range", value: "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(count)")
      return PreviewResponse(.partialContent, headers, body(part))
    case .outside:
      headers.add(name: "Content-Range", value: "bytes */\(count)")
      return PreviewResponse(.rangeNotSatisfiable, headers, .bytes([]))
    }
  }

  /// A file of the preview itself, whose address holds its digest.
  static func lasting(_ bytes: [UInt8], _ ending: String) -> PreviewResponse {
    PreviewResponse(
      .ok, ["Content-Type": MediaType.of(ending), "Cache-Control": forever], .bytes(bytes))
  }

  /// Another address.
  static func redirection(to path: String) -> PreviewResponse {
    PreviewResponse(.found, ["Location": path, "Cache-Control": "no-store"], .bytes([]))
  }

  /// A refusal, with a text that says why.
  static func refusal(
    _ status: HTTPResponseStatus, _ text: String, _ headers: HTTPHeaders = [:]
  ) -> PreviewResponse {
    var headers = headers
    headers.add(name: "Content-Type", value: MediaType.of(".txt"))
    return PreviewResponse(status, headers, .bytes(Array((text + "\n").utf8)))
  }

  /// The origins of a port of this machine.
  private static func origins(port: UInt16) -> String {
    "http://127.0.0.1:\(port) http://localhost:\(port)"
  }

  private static let contentSecurityPolicy = "Content-Security-Policy"
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; worker-src 'none'"
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
}
