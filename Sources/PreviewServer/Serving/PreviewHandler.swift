import Crypto
import Diagnostics
import FoundationEssentials
import NIOHTTP1
import SiteLoading
import SiteBuilding
import TextEncoding

/// Answers the requests of a browser for the pages of the site.
struct PreviewHandler: RequestAnswering {
  let session: PreviewSession
  let language: MessageLanguage
  /// Where the desk is; nil in a preview that only shows.
  var ports: PreviewPorts?

  func answer(to request: PreviewRequest, _ target: RequestTarget) async -> PreviewResponse? {
    guard request.method == .GET || request.method == .HEAD else {
      return .refusal(.methodNotAllowed, "GET, HEAD", ["Allow": "GET, HEAD"])
    }
    return await response(to: request, target)
  }

  /// The pages of a site take nothing.
  func maxBody(of request: PreviewRequest) -> Int { 0 }

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
      return .refusal(.forbidden, RefusalText.otherMachine.text(in: language))
    case .folderWithoutSlash(let path):
      return .redirection(to: "/\(path)/" + (request.query.isEmpty ? "" : "?" + request.query))
    case .file(let path): return await file(path, in: state, request, target)
    }
  }

  /// Whether a page of the preview asks to follow its source; one of another site has another origin.
  func followsPage(_ request: PreviewRequest) -> Bool {
    guard let target = request.target, request.method == .GET else { return false }
    return PreviewAddress(path: target.path) { _ in false } == .liveReload
      && request.headers.first(name: "Origin") == "http://" + target.host
      && request.queryValue("page") != nil
  }

  /// Returns the stream of the changes of a page; nil when the request names no page.
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
    let desk = ports?.desk
    let script = """
      <script src="\(PreviewAddress.ownFolder)apercu.js?\(Self.scriptDigest)" \
      data-style="apercu.css?\(Self.styleDigest)" data-page="\(name)" \
      data-digest="\(status == .ok ? Self.digest(of: bytes) : "")"\(desk.map(writing) ?? "")></script>

      """
    return .page(bytes + Array(script.utf8), status, host: target.host, deskPort: desk)
  }

  /// What has the script offer to write.
  private func writing(desk port: UInt16) -> String {
    let (write, begin) = (
      LocalizedText(fr: "Écrire", en: "Write"), LocalizedText(fr: "Nouvelle fiche", en: "New sheet")
    )
    return " data-bureau=\"\(DeskHandler.address(port: port))\""
      + " data-ecrire=\"\(write.text(in: language))\""
      + " data-nouvelle=\"\(begin.text(in: language))\""
  }

  private static let script = PackageResources.retouche_js + PackageResources.apercu_js
  private static let scriptDigest = digest(of: script)
  private static let styleDigest = digest(of: PackageResources.apercu_css)

  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(12).hexadecimal
  }
}
