import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Answers the requests of one connection, one after the other.
final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The longest body of a request, in bytes, but for those that the desk reads.
  ///
  /// It is thrown away as it arrives, and its sender then hears the answer.
  private static let maxBody = 1 << 20

  private let handler: any RequestAnswering
  private let limits: RequestLimits
  /// The head of the request that is arriving; nil when none is, or it was refused.
  private var head: HTTPRequestHead?
  private var bodyCount = 0
  /// The body, as far as it has arrived and is read.
  private var body: [UInt8] = []
  /// How many bytes are read; none of a body that nothing asks for.
  private var maxRead = 0
  private var answering: Task<Void, Never>?

  init(_ handler: any RequestAnswering, _ limits: RequestLimits) {
    self.handler = handler
    self.limits = limits
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      bodyCount = 0
      body = []
      maxRead = handler.maxBody(of: PreviewRequest(head))
      let length = head.headers.first(name: "Content-Length").flatMap { Int($0) }
      if let length, length > max(maxRead, Self.maxBody) { refuseBody() }
    case .body(let bytes):
      guard head != nil else { return }
      bodyCount += bytes.readableBytes
      if bodyCount > max(maxRead, Self.maxBody) {
        refuseBody()
      } else if maxRead > 0 {
        body += bytes.readableBytesView
      }
    case .end:
      guard let head else { return }
      self.head = nil
      limits.requestIsWhole()
      answer(head, on: context.channel)
    }
  }

  private func refuseBody() {
    head = nil
    body = []
    limits.refuse(.payloadTooLarge)
  }

  private func answer(_ head: HTTPRequestHead, on channel: any Channel) {
    // After a request for another protocol, the decoder reads no other.
    let isLast =
      !head.isKeepAlive || head.headers.contains(name: "Upgrade") || head.method == .CONNECT
    let limits = NIOLoopBound(limits, eventLoop: channel.eventLoop)
    var request = PreviewRequest(head)
    request.body = body
    body = []
    answering = Task { [handler, request] in
      do {
        guard let response = await handler.answer(to: request) else {
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
