import NIOCore

/// Bounds the head of each request as its bytes arrive, before they are parsed: a page from elsewhere
/// may send the preview what it likes.
///
/// It comes first in the pipeline of a connection, and ``RequestHandler`` tells it of each head that is
/// whole.
final class RequestLimits: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// The longest request line, in bytes; RFC 9112 3 asks for 8,000 at least.
  static let maxLine = 16 << 10
  /// The longest head of a request, in bytes.
  static let maxHead = 64 << 10
  /// How long a head may take to arrive.
  static let patience = TimeAmount.seconds(20)

  private var count = 0
  private var hasLine = false
  private var isReadingHead = true
  private var isRefused = false
  private var deadline: Scheduled<Void>?

  /// Notes that a head is whole.
  func headIsWhole() {
    deadline?.cancel()
    deadline = nil
    isReadingHead = false
  }

  /// Notes that a request is whole: the next bytes are those of another head.
  func requestIsWhole() {
    isReadingHead = true
    hasLine = false
    count = 0
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    guard isReadingHead else {
      context.fireChannelRead(data)
      return
    }
    let buffer = unwrapInboundIn(data)
    if deadline == nil {
      let channel = context.channel
      deadline = context.eventLoop.scheduleTask(in: Self.patience) {
        channel.close(promise: nil)
      }
    }
    if !hasLine { hasLine = buffer.readableBytesView.contains(UInt8(ascii: "\n")) }
    count += buffer.readableBytes
    if !hasLine, count > Self.maxLine {
      refuse(context, "414 URI Too Long")
    } else if count > Self.maxHead + Self.maxLine {
      refuse(context, "431 Request Header Fields Too Large")
    } else {
      context.fireChannelRead(data)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  private func refuse(_ context: ChannelHandlerContext, _ status: String) {
    isRefused = true
    let answer = "HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer))).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}
