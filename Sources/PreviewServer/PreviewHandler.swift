import Crypto
import Diagnostics
import FlyingFox
import Foundation
import SiteBuilding

/// Answers the requests of a browser.
struct PreviewHandler: HTTPHandler {
  /// How long a page waits for news in one request; the server gives a request 15 s.
  private static let patience = Duration.seconds(10)
  /// What the site's own policy allows, and what the script of the preview needs.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  let session: PreviewSession
  let language: MessageLanguage

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard PreviewAddress.isLocal(host: request.headers[.host]) else {
      return respond(.forbidden, "text/plain", Array("127.0.0.1\n".utf8))
    }
    guard request.method == .GET || request.method == .HEAD else {
      return respond(.methodNotAllowed, "text/plain", [])
    }
    let state = await session.state
    let address = PreviewAddress(path: request.target.path(percentEncoded: false)) { path in
      state.site?.holds(path) ?? false
    }
    switch address {
    case .script: return respond(.ok, MediaType.of(".js"), PackageResources.apercu_js)
    case .style: return respond(.ok, MediaType.of(".css"), PackageResources.apercu_css)
    case .state: return await news(for: request)
    case .folderWithoutSlash(let path):
      return respond(.movedPermanently, "text/plain", [], [.location: "/\(path)/"])
    case .file(let path): return await file(path, in: state)
    }
  }

  /// Answers with the state of the site once it is another than the page knows.
  private func news(for request: HTTPRequest) async -> HTTPResponse {
    let known = request.query["depuis"].flatMap(Int.init) ?? -1
    let state = await session.state(after: known, patience: Self.patience)
    var news = News(version: state.version, problems: state.problems, language: language)
    if let path = request.query["page"], let file = await contents(path, in: state) {
      news.digest = digest(of: file.bytes)
      news.problems += await session.texts(of: file.diagnostics)
    }
    let body = (try? JSONEncoder().encode(news)).map { Array($0) } ?? []
    return respond(.ok, MediaType.of(".json"), body)
  }

  private func file(_ path: String, in state: PreviewSession.State) async -> HTTPResponse {
    if let file = await contents(path, in: state) {
      guard path.hasSuffix(".html") else { return respond(.ok, MediaType.of(path), file.bytes) }
      return page(file.bytes, path, .ok, state)
    }
    let missing = await contents("404.html", in: state)?.bytes ?? Array("<!doctype html>".utf8)
    return page(missing, path, .notFound, state)
  }

  /// Returns what the site has at a path; a file that cannot be read any more is not there.
  private func contents(_ path: String, in state: PreviewSession.State) async -> SitePreview.File? {
    try? await state.site?.file(at: path)
  }

  /// Answers with a page, and the script that keeps it as its source is.
  private func page(
    _ bytes: [UInt8], _ path: String, _ status: HTTPStatusCode, _ state: PreviewSession.State
  ) -> HTTPResponse {
    let isThere = status == .ok
    let name = path.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let script = """
      <script src="\(PreviewAddress.ownFolder)apercu.js" data-page="\(name)" \
      data-version="\(state.version)" data-digest="\(isThere ? digest(of: bytes) : "")"></script>

      """
    return respond(status, MediaType.of(".html"), bytes + Array(script.utf8))
  }

  private func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 16) }.joined(separator: "-")
  }

  private func respond(
    _ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8], _ others: HTTPHeaders = [:]
  ) -> HTTPResponse {
    var headers = others
    headers[.contentType] = type
    headers[.cacheControl] = "no-store"
    headers[HTTPHeader("Content-Security-Policy")] = Self.policy
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    return HTTPResponse(
      statusCode: status, headers: headers,
      // The library reads what it sends in pieces of this size, one system call each.
      body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: 1 << 16))
  }
}

/// What a page learns of the site.
private struct News: Encodable {
  /// How many times the site was built.
  let version: Int
  /// The digest of the page; nothing when the site has no such page.
  var digest = ""
  /// What is wrong, one text a problem.
  var problems: [String]
  let words: Words

  /// The words around the problems.
  struct Words: Encodable {
    let title: String
    let close: String
  }

  init(version: Int, problems: [String], language: MessageLanguage) {
    self.version = version
    self.problems = problems
    words = Words(
      title: LocalizedText(fr: "À corriger", en: "To mend").text(in: language),
      close: LocalizedText(fr: "Fermer (Échap)", en: "Close (Esc)").text(in: language))
  }
}
