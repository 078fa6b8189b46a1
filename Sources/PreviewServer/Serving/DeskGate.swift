import Diagnostics
import NIOHTTP1
import TextEncoding

/// Who may write: the browser that was opened with a secret address, from the page of the desk alone.
///
/// The secret becomes a cookie that no script reads, and that no other site has the browser send. Cookies
/// know no ports: the name of this one holds its own, so that two previews do not take each other's.
struct DeskGate: Sendable {
  /// A number that nobody guesses, in hexadecimal.
  let secret: String

  /// Creates a gate with a secret of its own.
  init() {
    var generator = SystemRandomNumberGenerator()
    secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }.hexadecimal
  }

  /// Returns whether a text is the secret, in a time that does not depend on where it differs.
  func opens(with text: String?) -> Bool {
    let (given, wanted) = (Array((text ?? "").utf8), Array(secret.utf8))
    guard given.count == wanted.count else { return false }
    return zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The header that has a browser keep the secret until it closes.
  func cookie(for target: RequestTarget) -> String {
    "\(Self.name(for: target))=\(secret); Path=\(PreviewAddress.ownFolder); SameSite=Strict; HttpOnly"
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
  ///
  /// - Parameter isWrite: Whether it changes a file: the browser then says where it comes from.
  func trusts(_ request: PreviewRequest, _ target: RequestTarget, isWrite: Bool) -> Bool {
    guard admits(request, target) else { return false }
    let sites = request.headers["Sec-Fetch-Site"]
    guard sites.allSatisfy({ $0 == "same-origin" }) else { return false }
    let origins = request.headers["Origin"]
    guard isWrite || !origins.isEmpty else { return true }
    return origins == ["http://" + target.host]
  }

  private static func name(for target: RequestTarget) -> String {
    let port = target.host.split(separator: ":").last.flatMap { UInt16($0) } ?? 80
    return "archipel-\(port)"
  }
}
