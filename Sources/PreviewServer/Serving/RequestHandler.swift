import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// Answers the requests of one connection, one after the other.
final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The longest body of a request that is let pass; none is read.
  private static let maxBody = 1 << 20

  private let handler: PreviewHandler
  private let limits: RequestLimits
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
      limits.headIsWhole()
      self.head = head
      bodyCount = 0
    case .body(let bytes):
      bodyCount += bytes.readableBytes
      if bodyCount > Self.maxBody, head != nil {
        head = nil
        Self.send(
          .refusal(.payloadTooLarge, "413"), isHead: false, keepsOpen: false, on: context.channel)
      }
    case .end:
      guard let head else { return }
      self.head = nil
      limits.requestIsWhole()
      answer(head, on: context.channel)
    }
  }

  private func answer(_ head: HTTPRequestHead, on channel: any Channel) {
    answering = Self.answering(
      PreviewRequest(head), by: handler, keepsOpen: head.isKeepAlive, on: channel)
  }

  private static func answering(
    _ request: PreviewRequest, by handler: PreviewHandler, keepsOpen: Bool, on channel: any Channel
  ) -> Task<Void, Never> {
    Task {
      guard let response = await handler.answer(to: request) else {
        channel.close(promise: nil)
        return
      }
      send(response, isHead: request.method == .HEAD, keepsOpen: keepsOpen, on: channel)
    }
  }

  private static func send(
    _ response: PreviewResponse, isHead: Bool, keepsOpen: Bool, on channel: any Channel
  ) {
    var headers = response.headers
    if !keepsOpen { headers.replaceOrAdd(name: "Connection", value: "close") }
    channel.write(
      HTTPServerResponsePart.head(
        HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)),
      promise: nil)
    if !isHead, response.body.count > 0 { write(response.body, on: channel) }
    channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
      if !keepsOpen { channel.close(promise: nil) }
    }
  }

  private static func write(_ body: PreviewResponse.Body, on channel: any Channel) {
    switch body {
    case .bytes(let bytes):
      channel.write(
        HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))), promise: nil)
    case .file(let path, let range):
      channel.eventLoop.execute {
        guard let file = try? NIOFileHandle(_deprecatedPath: path) else {
          channel.close(promise: nil)
          return
        }
        let region = FileRegion(
          fileHandle: file, readerIndex: range.lowerBound, endIndex: range.upperBound)
        channel.write(HTTPServerResponsePart.body(.fileRegion(region))).whenComplete { result in
          try? file.close()
          if case .failure = result { channel.close(promise: nil) }
        }
      }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    answering?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Who may not open a web socket is answered as any other request is.
    if error is NIOWebSocketUpgradeError { return }
    context.close(promise: nil)
  }
}
