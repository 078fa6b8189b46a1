import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Answers the requests of one connection, one after the other.
final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The longest body of a request, in bytes.
  ///
  /// Nothing reads a body: it is thrown away as it arrives, and its sender then hears the answer.
  private static let maxBody = 1 << 20

  private let handler: PreviewHandler
  private let limits: RequestLimits
  /// The head of the request that is arriving; nil when none is, or it was refused.
  private var head: HTTPRequestHead?
  private var bodyCount = 0
  private var answering: Task<Void, Never>?

  init(_ handler: PreviewHandler, _ limits: RequestLimits) {
    self.handler = handler
    self.limits = limits
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      bodyCount = 0
      let length = head.headers.first(name: "Content-Length").flatMap { Int($0) }
      if let length, length > Self.maxBody { refuseBody() }
    case .body(let bytes):
      bodyCount += bytes.readableBytes
      if bodyCount > Self.maxBody { refuseBody() }
    case .end:
      guard let head else { return }
      self.head = nil
      limits.requestIsWhole()
      answer(head, on: context.channel)
    }
  }

  private func refuseBody() {
    head = nil
    limits.refuse(.payloadTooLarge)
  }

  private func answer(_ head: HTTPRequestHead, on channel: any Channel) {
    // After a request for another protocol, the decoder reads no other.
    let isLast =
      !head.isKeepAlive || head.headers.contains(name: "Upgrade") || head.method == .CONNECT
    let limits = NIOLoopBound(limits, eventLoop: channel.eventLoop)
    answering = Task { [handler] in
      do {
        guard let response = await handler.answer(to: PreviewRequest(head)) else {
          throw CancellationError()
        }
        try await response.send(to: head, isLast: isLast, on: channel)
        if !isLast {
          channel.eventLoop.execute { limits.value.answerIsSent() }
          return
        }
      } catch {
        // The browser has gone, a file became shorter, or the preview ends: a connection that closes
        // before the length that was announced tells that the answer is not whole.
      }
      channel.close(promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    answering?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A request that may not open a web socket is answered as any other is.
    if error is NIOWebSocketUpgradeError { return }
    context.close(promise: nil)
  }
}
