import Desk
import Diagnostics
import Formats
import FoundationEssentials
import NIOHTTP1
import SiteBuilding
import TextEncoding

/// Answers the page of the desk: there is one in a preview that writes, and in no other.
struct DeskHandler: Sendable {
  /// The page, and the folder of what it asks for.
  static let folder = PreviewAddress.ownFolder + "ecrire/"
  /// The longest body of a request that is no file, in bytes.
  private static let maxBody = 2 * OpenedSheet.largestSize

  let gate = DeskGate()
  let desk: WritingDesk
  let session: PreviewSession
  let language: MessageLanguage

  /// The path and query that open the desk.
  var opening: String { "\(Self.folder)?cle=\(gate.secret)" }

  /// Whether a path, percent-encoded, is one of the desk.
  func owns(_ path: String) -> Bool {
    let decoded = PercentEncoding.decodeWhole(path) ?? path
    return decoded == Self.folder.dropLast() || decoded.hasPrefix(Self.folder)
  }

  /// Returns how many bytes may come with a request: none with one that will be refused.
  func maxBody(of request: PreviewRequest, _ target: RequestTarget) -> Int {
    guard owns(target.path), request.method == .POST,
      gate.trusts(request, target, isWrite: true)
    else { return 0 }
    return action(target) == Action.upload.rawValue ? UploadedFile.largestSize : Self.maxBody
  }

  /// Answers a request; nil when the preview ends before the site is built.
  func answer(to request: PreviewRequest, _ target: RequestTarget) async -> PreviewResponse? {
    switch request.method {
    case .GET, .HEAD: return await page(request, target)
    case .POST: break
    default: return .refusal(.methodNotAllowed, "GET, HEAD, POST", ["Allow": "GET, HEAD, POST"])
    }
    guard gate.trusts(request, target, isWrite: true) else {
      return .refusal(.forbidden, Self.strangerRefused.text(in: language))
    }
    guard let action = Action(rawValue: action(target)) else {
      return .refusal(.notFound, "404")
    }
    guard let query = query(action, request) else { return .refusal(.badRequest, "400") }
    guard let site = await session.latest() else { return nil }
    return perform(action, query, request.body, in: site)
  }

  private static let strangerRefused = LocalizedText(
    fr: "Cette page n’écrit pas : ouvrez l’adresse du terminal, celle qui finit par une clé.",
    en: "This page does not write: open the address in the terminal, the one that ends with a key.")

  private func action(_ target: RequestTarget) -> String {
    String((PercentEncoding.decodeWhole(target.path) ?? "").dropFirst(Self.folder.count))
  }

  // MARK: Pages

  private func page(
    _ request: PreviewRequest, _ target: RequestTarget
  ) async -> PreviewResponse? {
    switch action(target) {
    case "bureau.js": return .lasting(Self.script, ".js")
    case "bureau.css": return .lasting(PackageResources.bureau_css, ".css")
    case "": break
    default: return .refusal(.notFound, "404")
    }
    if let key = request.queryValue("cle") {
      guard gate.opens(with: key) else {
        return .refusal(.forbidden, Self.strangerRefused.text(in: language))
      }
      var answer = PreviewResponse.redirection(to: Self.folder)
      answer.headers.add(name: "Set-Cookie", value: gate.cookie(for: target))
      answer.headers.add(name: "Referrer-Policy", value: "no-referrer")
      return answer
    }
    guard gate.admits(request, target) else {
      return .refusal(.forbidden, Self.strangerRefused.text(in: language))
    }
    if let address = request.queryValue("page") {
      guard let site = await session.latest() else { return nil }
      let path = DeskSite(site.commons, diagnostics: []).path(ofPageAt: address)
      let place = path.map { "?fiche=" + Address.encode($0) } ?? ""
      return .redirection(to: Self.folder + place)
    }
    return .desk(Self.page)
  }

  private static let script =
    PackageResources.bureau_outils_js + PackageResources.bureau_choix_js
    + PackageResources.bureau_champs_js + PackageResources.bureau_texte_js
    + PackageResources.bureau_collage_js + PackageResources.bureau_js

  /// The page, which names its script and its style by their digests.
  private static let page: [UInt8] = {
    let text = String(decoding: PackageResources.bureau_html, as: UTF8.self)
    return Array(
      text.replacing("bureau.js", with: "bureau.js?" + PreviewHandler.digest(of: script))
        .replacing(
          "bureau.css", with: "bureau.css?" + PreviewHandler.digest(of: PackageResources.bureau_css)
        ).utf8)
  }()

  // MARK: Actions

  /// What the page asks for.
  private enum Action: String {
    case overview = "site"
    case open = "ouvrir"
    case check = "verifier"
    case save = "enregistrer"
    case create = "creer"
    case duplicate = "dupliquer"
    case rename = "renommer"
    case delete = "supprimer"
    case restore = "restaurer"
    case upload = "deposer"
  }

  /// Reads what comes with a request; a file comes as it is, and its place in the address.
  private func query(_ action: Action, _ request: PreviewRequest) -> DeskQuery? {
    guard action == .upload else {
      // No form of another site may send this type without asking first.
      let type = request.headers.first(name: "Content-Type") ?? ""
      return type.hasPrefix("application/json") ? DeskQuery(json: request.body) : nil
    }
    guard let path = request.queryValue("fiche"), let name = request.queryValue("nom") else {
      return nil
    }
    return DeskQuery(["path": path, "name": name])
  }

  private func perform(
    _ action: Action, _ query: DeskQuery, _ body: [UInt8], in preview: SitePreview
  ) -> PreviewResponse {
    let site = DeskSite(preview.commons, diagnostics: preview.diagnostics)
    do {
      let answer =
        switch action {
        case .overview: desk.overview(of: site)
        case .open: try desk.open(query, in: site)
        case .check: try desk.check(query, in: site)
        case .save: try desk.save(query, in: site)
        case .create: try desk.create(query, in: site)
        case .duplicate: try desk.duplicate(query, in: site)
        case .rename: try desk.rename(query, in: site)
        case .delete: try desk.delete(query, in: site)
        case .restore: try desk.restore(query, in: site)
        case .upload: try desk.upload(query, body, in: site)
        }
      return .data(.ok, answer.encoded())
    } catch {
      return refusal(error)
    }
  }

  private func refusal(_ problem: DeskProblem) -> PreviewResponse {
    switch problem {
    case .misshapen: .refusal(.badRequest, "400")
    case .missing: .refusal(.notFound, "404")
    case .conflict(let now): .data(.conflict, now.encoded())
    case .refused(let text): .refusal(.unprocessableEntity, text.text(in: language))
    case .failed(let text): .refusal(.internalServerError, text.text(in: language))
    }
  }
}
