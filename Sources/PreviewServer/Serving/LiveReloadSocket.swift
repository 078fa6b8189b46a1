import NIOCore
import NIOWebSocket

/// Tells an open page, through a web socket (RFC 6455), what becomes of it and of its site.
final class LiveReloadSocket: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  private let session: PreviewSession
  /// Makes the message of the page for a state of the site.
  private let message: @Sendable (PreviewSession.State) async -> ReloadMessage
  private var sending: Task<Void, Never>?

  init(
    _ session: PreviewSession,
    message: @escaping @Sendable (PreviewSession.State) async -> ReloadMessage
  ) {
    self.session = session
    self.message = message
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    sending = Task { [session, message] in
      for await state in await session.states() {
        let text = await message(state).json
        let frame = WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(bytes: text))
        // Waits until the page has taken it: of the states that follow meanwhile, only the last is told.
        guard (try? await channel.writeAndFlush(frame)) != nil else { return }
      }
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = unwrapInboundIn(data)
    switch frame.opcode {
    case .connectionClose:
      let channel = context.channel
      let answer = WebSocketFrame(
        fin: true, opcode: .connectionClose, data: frame.unmaskedData)
      context.writeAndFlush(wrapOutboundOut(answer)).whenComplete { _ in
        channel.close(promise: nil)
      }
    case .ping:
      let answer = WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData)
      context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
    default: break  // A page says nothing.
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    sending?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { sending?.cancel() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
