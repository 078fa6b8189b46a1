import NIOCore
import NIOHTTP1

/// Lets a request ask for a web socket and for no other protocol.
///
/// `HTTPServerUpgradeHandler` of SwiftNIO goes through the protocols of a request by recursion: a header
/// of 30,000 names would overflow the stack. A server may ignore what it does not speak (RFC 9110 7.8).
final class UpgradeFilter: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  /// Whether the first head has passed: `HTTPServerUpgradeHandler` looks at no other, and what follows it may
  /// be bytes for the web socket.
  private var hasPassed = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !hasPassed else {
      context.fireChannelRead(data)
      return
    }
    hasPassed = true
    guard case .head(var head) = unwrapInboundIn(data), head.headers.contains(name: "Upgrade"),
      head.headers["Upgrade"].map({ $0.lowercased() }) != ["websocket"]
    else {
      context.fireChannelRead(data)
      return
    }
    head.headers.remove(name: "Upgrade")
    // The decoder reads no other request after one that asks for another protocol.
    head.headers.replaceOrAdd(name: "Connection", value: "close")
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }
}
