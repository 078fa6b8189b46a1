import Diagnostics
import NIOHTTP1
import TextEncoding

/// Who may write: the browser that was opened with a secret address, from the page of the desk alone.
///
/// The secret becomes a cookie that no script reads, and that no other site has the browser send. Cookies
/// know no ports: the name of this one holds its own, so that two previews do not take each other's.
struct DeskGate: Sendable {
  /// The header of the token.
  static let tokenHeader = "Archipel-Token"

  /// A number that nobody guesses, in hexadecimal.
  let secret: String
  /// Another, which the page of the desk keeps for its own origin and says in each request: browsers
  /// send the cookie to whatever listens on another port of this machine too.
  let token: String

  /// Creates a gate with numbers of its own.
  init() {
    var generator = SystemRandomNumberGenerator()
    func number() -> String {
      (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }.hexadecimal
    }
    secret = number()
    token = number()
  }

  /// Returns whether a text is the secret.
  func opens(with text: String?) -> Bool { Self.isSame(text, secret) }

  /// Returns whether two texts are the same, in a time that does not depend on where they differ.
  private static func isSame(_ text: String?, _ secret: String) -> Bool {
    let (given, wanted) = (Array((text ?? "").utf8), Array(secret.utf8))
    guard given.count == wanted.count else { return false }
    return zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The header that has a browser keep the secret until it closes.
  func cookie(for target: RequestTarget) -> String {
    "\(Self.name(for: target))=\(secret); Path=\(DeskHandler.folder); SameSite=Strict; HttpOnly"
  }

  /// Returns whether a request comes from a browser that was let in.
  func admits(_ request: PreviewRequest, _ target: RequestTarget) -> Bool {
    let start = Self.name(for: target) + "="
    let cookies = request.headers["Cookie"].flatMap { $0.split(separator: ";") }
    return cookies.contains { cookie in
      let text = cookie.trimmed
      return text.hasPrefix(start) && opens(with: String(text.dropFirst(start.count)))
    }
  }

  /// Returns whether a request was made by the page of the desk itself.
  func trusts(_ request: PreviewRequest, _ target: RequestTarget) -> Bool {
    admits(request, target)
      && Self.isSame(request.headers.first(name: Self.tokenHeader), token)
      && request.headers["Sec-Fetch-Site"].allSatisfy { $0 == "same-origin" }
      && request.headers["Origin"] == ["http://" + target.host]
  }

  private static func name(for target: RequestTarget) -> String {
    let port = target.host.split(separator: ":").last.flatMap { UInt16($0) } ?? 80
    return "archipel-\(port)"
  }
}
