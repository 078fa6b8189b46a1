import Diagnostics
import NIOHTTP1

/// Answers the requests that arrive on a port of this machine.
protocol RequestAnswering: Sendable {
  /// The language of what is said to who is refused.
  var language: MessageLanguage { get }

  /// Answers a request to this machine; nil when the preview ends before the site is built.
  func answer(to request: PreviewRequest, _ target: RequestTarget) async -> PreviewResponse?

  /// Returns how many bytes of the body of a request are read; the others are thrown away.
  func maxBody(of request: PreviewRequest) -> Int

  /// Whether a request may open a web socket, to follow a page.
  func followsPage(_ request: PreviewRequest) -> Bool

  /// Returns the stream of the changes of a page; nil when the request names no page.
  func liveReloadSocket(_ request: PreviewRequest) -> LiveReloadSocket?
}

extension RequestAnswering {
  /// Answers a request, of this machine and no other; nil when the preview ends before the site is built.
  func answer(to request: PreviewRequest) async -> PreviewResponse? {
    guard let target = request.target else {
      return .refusal(.forbidden, RefusalText.otherMachine.text(in: language))
    }
    // A service worker would stay in the browser, and read what is previewed later on the same port.
    guard !request.headers.contains(name: "Service-Worker") else {
      return .refusal(.forbidden, RefusalText.worker.text(in: language))
    }
    return await answer(to: request, target)
  }
}

extension PreviewRequest {
  /// Whom the request is for, and what it asks for; nil when it is not for this machine.
  var target: RequestTarget? {
    let hosts = headers["Host"]
    // Of two names, another program might believe the other (RFC 9112 3.2).
    return hosts.count > 1 ? nil : RequestTarget(path: path, host: hosts.first)
  }
}
