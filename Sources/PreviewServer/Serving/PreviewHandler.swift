import Crypto
import Diagnostics
import FoundationEssentials
import NIOHTTP1
import SiteLoading
import SiteBuilding
import TextEncoding

/// Answers the requests of a browser.
struct PreviewHandler: Sendable {
  let session: PreviewSession
  let language: MessageLanguage
  /// What writes; nil in a preview that only shows.
  var desk: DeskHandler?

  /// Answers a request; nil when the preview ends before the site is built.
  func answer(to request: PreviewRequest) async -> PreviewResponse? {
    guard let target = target(of: request) else {
      return .refusal(.forbidden, Self.otherMachineRefused.text(in: language))
    }
    // A service worker would stay in the browser, and read what is previewed later on the same port.
    guard !request.headers.contains(name: "Service-Worker") else {
      return .refusal(.forbidden, Self.workerRefused.text(in: language))
    }
    if let desk, desk.owns(target.path) { return await desk.answer(to: request, target) }
    guard request.method == .GET || request.method == .HEAD else {
      return .refusal(.methodNotAllowed, "GET, HEAD", ["Allow": "GET, HEAD"])
    }
    return await response(to: request, target)
  }

  /// Returns how many bytes of the body of a request are read; the others are thrown away.
  func maxBody(of request: PreviewRequest) -> Int {
    guard let desk, let target = target(of: request) else { return 0 }
    return desk.maxBody(of: request, target)
  }

  private func target(of request: PreviewRequest) -> RequestTarget? {
    let hosts = request.headers["Host"]
    // Of two names, another program might believe the other (RFC 9112 3.2).
    return hosts.count > 1 ? nil : RequestTarget(path: request.path, host: hosts.first)
  }

  private static let otherMachineRefused = LocalizedText(
    fr: "L’aperçu ne répond qu’à cette machine, par 127.0.0.1 ou localhost.",
    en: "The preview answers this machine only, by 127.0.0.1 or localhost.")

  private static let workerRefused = LocalizedText(
    fr: "L’aperçu ne sert pas de « service worker ».",
    en: "The preview serves no service worker.")

  private func response(
    to request: PreviewRequest, _ target: RequestTarget
  ) async -> PreviewResponse? {
    guard let state = await session.now() else { return nil }
    let address = PreviewAddress(path: target.path) { state.site.holds($0) }
    switch address {
    case .script: return .lasting(Self.script, ".js")
    case .style: return .lasting(PackageResources.apercu_css, ".css")
    case .liveReload:
      // A page that follows its source opens a web socket, and has the origin of the preview.
      return .refusal(.forbidden, Self.otherMachineRefused.text(in: language))
    case .folderWithoutSlash(let path):
      return .redirection(to: "/\(path)/" + (request.query.isEmpty ? "" : "?" + request.query))
    case .file(let path): return await file(path, in: state, request, target)
    }
  }

  /// Whether a page of the preview asks to follow its source; one of another site has another origin.
  func followsPage(_ request: PreviewRequest) -> Bool {
    guard let target = target(of: request), request.method == .GET else { return false }
    return PreviewAddress(path: target.path) { _ in false } == .liveReload
      && request.headers.first(name: "Origin") == "http://" + target.host
      && request.queryValue("page") != nil
  }

  /// Returns what tells a page of changes; nil when the request names no page.
  func liveReloadSocket(_ request: PreviewRequest) -> LiveReloadSocket? {
    request.queryValue("page").map { page in
      LiveReloadSocket(session) { await reloadMessage(for: page, in: $0) }
    }
  }

  private func reloadMessage(
    for path: String, in state: PreviewSession.State
  ) async -> ReloadMessage {
    // A page that shows « not found » is loaded anew once there is a file. The digest of an attachment is
    // that of its path: it may be too long to be read.
    let attachment = attachment(path, in: state)
    let file = attachment == nil ? await contents(path, in: state) : nil
    let shown = file?.bytes ?? attachment.map { Array($0.diskPath.utf8) }
    return ReloadMessage(
      digest: shown.map { Self.digest(of: $0) } ?? "",
      problems: state.problems + (await session.problems(of: file?.diagnostics ?? [])),
      isCurrent: state.isCurrent, language: language)
  }

  private func file(
    _ path: String, in state: PreviewSession.State, _ request: PreviewRequest,
    _ target: RequestTarget
  ) async -> PreviewResponse {
    let range = request.headers.first(name: "Range")
    if let disk = attachment(path, in: state),
      let answer = PreviewResponse.attachment(disk, path, range: range)
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

  /// Returns a file that is sent as the disk has it, without the script of a page.
  private func attachment(_ path: String, in state: PreviewSession.State) -> SourceFolder.File? {
    path.hasSuffix(".html") ? nil : state.site.attachment(at: path)
  }

  /// Returns what the site has at a path; a file that cannot be read any more is not there.
  private func contents(_ path: String, in state: PreviewSession.State) async -> SitePreview.File? {
    try? await state.site.file(at: path)
  }

  /// Answers with a page, and the script that keeps it as its source is.
  private func page(
    _ bytes: [UInt8], _ path: String, _ status: HTTPResponseStatus, _ target: RequestTarget
  ) -> PreviewResponse {
    let name = HTMLEscaping.escape(path)
    let writing = desk == nil ? "" : " data-bureau=\"\(DeskHandler.folder)\""
    let script = """
      <script src="\(PreviewAddress.ownFolder)apercu.js?\(Self.scriptDigest)" \
      data-style="apercu.css?\(Self.styleDigest)" data-page="\(name)" \
      data-digest="\(status == .ok ? Self.digest(of: bytes) : "")"\(writing)></script>

      """
    return .page(
      bytes + Array(script.utf8), status, host: target.host, isFramedByDesk: desk != nil)
  }

  private static let script = PackageResources.retouche_js + PackageResources.apercu_js
  private static let scriptDigest = digest(of: script)
  private static let styleDigest = digest(of: PackageResources.apercu_css)

  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(12).hexadecimal
  }
}
