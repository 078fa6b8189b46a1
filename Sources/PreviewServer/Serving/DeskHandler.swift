import Desk
import Diagnostics
import Formats
import FoundationEssentials
import NIOHTTP1
import SiteBuilding
import SourceHistory
import TextEncoding

/// Answers the page of the desk, on a port of its own: a preview that writes has it, and no other.
struct DeskHandler: RequestAnswering {
  /// The page, and the folder of what it asks for.
  static let folder = PreviewAddress.ownFolder + "ecrire/"
  /// The longest body of a request that is no file, in bytes.
  private static let maxBody = 2 * OpenedSheet.largestSize

  let gate = DeskGate()
  let desk: WritingDesk
  let history: HistoryKeeper
  let session: PreviewSession
  let language: MessageLanguage
  let ports: PreviewPorts

  /// The address of the page, for who was let in.
  static func address(port: UInt16) -> String { "http://127.0.0.1:\(port)\(folder)" }

  /// The address that lets a browser in.
  func opening(port: UInt16) -> String { Self.address(port: port) + "?cle=" + gate.secret }

  /// No page of the desk follows its source: the frame in it does, on the other port.
  func followsPage(_ request: PreviewRequest) -> Bool { false }

  func liveReloadSocket(_ request: PreviewRequest) -> LiveReloadSocket? { nil }

  /// Returns how many bytes may come with a request: none with one that will be refused.
  func maxBody(of request: PreviewRequest) -> Int {
    guard let target = request.target, request.method == .POST, gate.trusts(request, target)
    else { return 0 }
    return action(target) == Action.upload.rawValue ? UploadedFile.largestSize : Self.maxBody
  }

  func answer(to request: PreviewRequest, _ target: RequestTarget) async -> PreviewResponse? {
    switch request.method {
    case .GET, .HEAD: return await page(request, target)
    case .POST: break
    default: return .refusal(.methodNotAllowed, "GET, HEAD, POST", ["Allow": "GET, HEAD, POST"])
    }
    guard gate.trusts(request, target) else {
      return .refusal(.forbidden, Self.strangerRefused.text(in: language))
    }
    guard let name = action(target), let action = Action(rawValue: name) else {
      return .refusal(.notFound, "404")
    }
    guard let query = query(action, request) else { return .refusal(.badRequest, "400") }
    guard let site = await session.latest() else { return nil }
    return await perform(action, query, request.body, in: site)
  }

  private static let strangerRefused = LocalizedText(
    fr: "Cette page n’écrit pas : ouvrez l’adresse du terminal, celle qui finit par une clé.",
    en: "This page does not write: open the address in the terminal, the one that ends with a key.")

  /// What a request names in the folder of the desk; nil for a path elsewhere.
  private func action(_ target: RequestTarget) -> String? {
    guard let path = PercentEncoding.decodeWhole(target.path), path.hasPrefix(Self.folder) else {
      return nil
    }
    return String(path.dropFirst(Self.folder.count))
  }

  // MARK: Pages

  private func page(
    _ request: PreviewRequest, _ target: RequestTarget
  ) async -> PreviewResponse? {
    switch action(target) {
    case "bureau.js": return .lasting(Self.script, ".js")
    case "bureau.css": return .lasting(PackageResources.bureau_css, ".css")
    case "": break
    case nil where target.path == "/": return .redirection(to: Self.folder)
    default: return .refusal(.notFound, "404")
    }
    if let key = request.queryValue("cle") {
      guard gate.opens(with: key) else {
        return .refusal(.forbidden, Self.strangerRefused.text(in: language))
      }
      var answer = PreviewResponse.redirection(to: Self.folder + "#jeton=" + gate.token)
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
    guard let port = ports.pages else { return nil }
    let page = Self.page.replacing("{site}", with: "http://127.0.0.1:\(port)")
    return .desk(Array(page.utf8), sitePort: port)
  }

  private static let script =
    [
      PackageResources.bureau_outils_js, PackageResources.bureau_choix_js,
      PackageResources.bureau_rangs_js, PackageResources.bureau_reglages_js,
      PackageResources.bureau_champs_js,
      PackageResources.bureau_texte_js, PackageResources.bureau_collage_js,
      PackageResources.bureau_fiche_js, PackageResources.bureau_messages_js,
      PackageResources.bureau_enregistrer_js, PackageResources.bureau_actions_js,
      PackageResources.bureau_historique_js, PackageResources.bureau_site_js,
      PackageResources.bureau_accueil_js,
      PackageResources.bureau_js,
    ].flatMap { $0 }

  /// The page, which names its script and its style by their digests.
  private static let page = String(decoding: PackageResources.bureau_html, as: UTF8.self)
    .replacing("bureau.js", with: "bureau.js?" + PreviewHandler.digest(of: script))
    .replacing(
      "bureau.css", with: "bureau.css?" + PreviewHandler.digest(of: PackageResources.bureau_css))

  // MARK: Actions

  /// What the page asks for.
  private enum Action: String {
    case overview = "site"
    case open = "ouvrir"
    case check = "verifier"
    case save = "enregistrer"
    case create = "creer"
    case duplicate = "dupliquer"
    case translate = "traduire"
    case rename = "renommer"
    case delete = "supprimer"
    case restore = "restaurer"
    case trash = "corbeille"
    case upload = "deposer"
    case picture = "image"
    case history = "historique"
    case keep = "garder"
    case send = "envoyer"
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
  ) async -> PreviewResponse {
    let site = DeskSite(preview.commons, diagnostics: preview.diagnostics)
    let history = DeskHistory(desk: desk, keeper: self.history, language: language)
    do {
      let answer: JSONValue
      switch action {
      case .overview: answer = desk.overview(of: site)
      case .open: answer = try desk.open(query, in: site)
      case .check: answer = try desk.check(query, in: site)
      case .save: answer = try desk.save(query, in: site)
      case .create: answer = try desk.create(query, in: site)
      case .duplicate: answer = try desk.duplicate(query, in: site)
      case .translate: answer = try desk.translate(query, in: site)
      case .rename: answer = try desk.rename(query, in: site)
      case .delete: answer = try desk.delete(query, in: site)
      case .restore: answer = try desk.restore(query, in: site)
      case .trash: answer = desk.trash(in: site)
      case .upload: answer = try desk.upload(query, body, in: site)
      case .picture:
        let picture = try desk.picture(query, in: site)
        return .picture(picture.bytes, picture.path.text)
      case .history: answer = try await history.history(query, in: site)
      case .keep: answer = try await history.keep(query, in: site)
      case .send: answer = try await history.send(query)
      }
      return .data(.ok, answer.encoded())
    } catch let problem as DeskProblem {
      return refusal(problem)
    } catch {
      return refusal(.failed(HistoryRefusal.message(of: error)))
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
