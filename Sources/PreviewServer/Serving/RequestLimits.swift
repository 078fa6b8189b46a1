import NIOCore
import NIOHTTP1

/// Bounds what a connection may send and how long it may take, before anything is parsed.
///
/// Any page of another site may have a browser send requests to the preview. This handler comes first in
/// the pipeline of a connection; ``RequestHandler`` tells it when a request has arrived whole, and when its
/// answer was sent.
final class RequestLimits: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// How long a request may take from its first byte to its last.
  static let requestPatience = TimeAmount.seconds(10)
  /// How long a connection may stay open without a request: browsers open some in advance, and keep those
  /// that they have used.
  static let idlePatience = TimeAmount.seconds(60)
  /// How long the rest of a refused request is thrown away.
  ///
  /// The system drops an answer that nobody has read yet when a connection with unread bytes is closed.
  static let lingering = TimeAmount.seconds(2)

  private var meter = HeadMeter()
  /// Whether bytes of a request have arrived, but not all of them.
  private var hasBegun = false
  /// How many requests have arrived whole whose answers are not sent yet.
  private var unanswered = 0
  private var isRefused = false
  private var deadline: Scheduled<Void>?
  /// Nil when the handler is in no pipeline.
  private var context: ChannelHandlerContext?

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline?.cancel()
    self.context = nil
  }

  func channelActive(context: ChannelHandlerContext) {
    expectMore(within: Self.idlePatience)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    if !hasBegun, unanswered == 0 {
      hasBegun = true
      expectMore(within: Self.requestPatience)
    }
    switch meter.add(unwrapInboundIn(data).readableBytesView) {
    case .requestLine: refuse(.uriTooLong)
    case .fields: refuse(.requestHeaderFieldsTooLarge)
    case nil: context.fireChannelRead(data)
    }
  }

  /// Notes that a request has arrived to its end: the next bytes are those of another head.
  func requestIsWhole() {
    deadline?.cancel()
    unanswered += 1
    hasBegun = false
    meter = HeadMeter()
  }

  /// Notes that the answer to a request was sent, and that the connection stays open for others.
  func answerIsSent() {
    unanswered -= 1
    if unanswered == 0, !hasBegun { expectMore(within: Self.idlePatience) }
  }

  /// Answers the request that is arriving with an error, reads no more of it, and closes the connection.
  func refuse(_ status: HTTPResponseStatus) {
    guard let context, !isRefused else { return }
    isRefused = true
    guard unanswered == 0 else {
      // The answer to an earlier request may be half sent.
      context.close(promise: nil)
      return
    }
    let text = "\(status.code) \(status.reasonPhrase)"
    let answer = [
      "HTTP/1.1 \(text)", "Content-Type: text/plain", "Content-Length: \(text.utf8.count + 1)",
      "Connection: close", "", text + "\n",
    ].joined(separator: "\r\n")
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
    context.close(mode: .output, promise: nil)
    schedule(in: Self.lingering) { $0.close(promise: nil) }
  }

  /// Gives the connection up when nothing more has come after some time.
  private func expectMore(within patience: TimeAmount) {
    schedule(in: patience) { [self] context in
      if hasBegun { refuse(.requestTimeout) } else { context.close(promise: nil) }
    }
  }

  /// Does something later, in the place of what was to be done later.
  private func schedule(in delay: TimeAmount, _ task: @escaping (ChannelHandlerContext) -> Void) {
    deadline?.cancel()
    deadline = context?.eventLoop.assumeIsolated().scheduleTask(in: delay) { [weak self] in
      if let context = self?.context { task(context) }
    }
  }
}
