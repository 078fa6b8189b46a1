import Crypto
import Diagnostics
import FlyingFox
import Foundation
import SiteBuilding

/// Answers the requests of a browser.
struct PreviewHandler: HTTPHandler {
  let session: PreviewSession
  let language: MessageLanguage

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let target = RequestTarget(path: request.target.path(), host: request.headers[.host])
    else { return .refusal(.forbidden, Self.strangerRefused.text(in: language)) }
    guard request.method == .GET || request.method == .HEAD else {
      return .refusal(.methodNotAllowed, "GET, HEAD", [HTTPHeader("Allow"): "GET, HEAD"])
    }
    var answer = try await answer(request, target)
    if request.method == .HEAD { answer.dropBody() }
    return answer
  }

  private static let strangerRefused = LocalizedText(
    fr: "L’aperçu ne répond qu’à cette machine, par 127.0.0.1 ou localhost.",
    en: "The preview answers this machine only, by 127.0.0.1 or localhost.")

  private func answer(
    _ request: HTTPRequest, _ target: RequestTarget
  ) async throws -> HTTPResponse {
    guard let state = await session.now() else { throw CancellationError() }
    let address = PreviewAddress(path: target.path) { state.site.holds($0) }
    switch address {
    case .script: return .lasting(Self.script, ".js")
    case .style: return .lasting(PackageResources.apercu_css, ".css")
    case .news: return try await follow(request, target)
    case .folderWithoutSlash(let path):
      let query = request.target.query()
      return .redirection(to: "/\(path)/" + (query.isEmpty ? "" : "?" + query))
    case .file(let path): return await file(path, in: state, request, target)
    }
  }

  /// Answers a page that wants to follow its source; one of another site has another origin.
  private func follow(_ request: HTTPRequest, _ target: RequestTarget) async throws -> HTTPResponse
  {
    guard request.headers[HTTPHeader("Origin")] == "http://" + target.host,
      let page = request.query["page"]
    else { return .refusal(.forbidden, Self.strangerRefused.text(in: language)) }
    let follower = PageFollower(session: session) { await news(of: page, in: $0) }
    return try await WebSocketHTTPHandler(handler: follower).handleRequest(request)
  }

  private func news(of path: String, in state: PreviewSession.State) async -> PageNews {
    // Who waits for a file that is not there yet learns that it is; a long one is not read for that.
    let attachment = attachment(path, in: state)
    let file = attachment == nil ? await contents(path, in: state) : nil
    let shown = file?.bytes ?? attachment.map { Array($0.utf8) }
    return PageNews(
      digest: shown.map { Self.digest(of: $0) } ?? "",
      problems: state.problems + (await session.problems(of: file?.diagnostics ?? [])),
      isCurrent: state.isCurrent, language: language)
  }

  private func file(
    _ path: String, in state: PreviewSession.State, _ request: HTTPRequest, _ target: RequestTarget
  ) async -> HTTPResponse {
    let range = request.headers[.range]
    if let disk = attachment(path, in: state),
      let answer = try? HTTPResponse.attachment(disk, path, range: range)
    {
      return answer
    }
    guard let file = await contents(path, in: state) else {
      let missing = await contents("404.html", in: state)?.bytes ?? Array("<!doctype html>".utf8)
      return page(missing, path, .notFound, target)
    }
    if path.hasSuffix(".html") { return page(file.bytes, path, .ok, target) }
    return .file(file.bytes, path, range: range)
  }

  /// Returns where a file lies that is sent as the disk has it, without the script of a page.
  private func attachment(_ path: String, in state: PreviewSession.State) -> String? {
    path.hasSuffix(".html") ? nil : state.site.attachment(at: path)
  }

  /// Returns what the site has at a path; a file that cannot be read any more is not there.
  private func contents(_ path: String, in state: PreviewSession.State) async -> SitePreview.File? {
    try? await state.site.file(at: path)
  }

  /// Answers with a page, and the script that keeps it as its source is.
  private func page(
    _ bytes: [UInt8], _ path: String, _ status: HTTPStatusCode, _ target: RequestTarget
  ) -> HTTPResponse {
    let name = path.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let script = """
      <script src="\(PreviewAddress.ownFolder)apercu.js?\(Self.scriptDigest)" \
      data-style="apercu.css?\(Self.styleDigest)" data-page="\(name)" \
      data-digest="\(status == .ok ? Self.digest(of: bytes) : "")"></script>

      """
    return .page(bytes + Array(script.utf8), status, host: target.host)
  }

  private static let script = PackageResources.retouche_js + PackageResources.apercu_js
  private static let scriptDigest = digest(of: script)
  private static let styleDigest = digest(of: PackageResources.apercu_css)

  private static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 16) }.joined(separator: "-")
  }
}
