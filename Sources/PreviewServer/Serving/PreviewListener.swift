import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// Listens on a port of this machine until the task is cancelled.
struct PreviewListener {
  /// How long to wait before listening anew.
  private static let pause = Duration.milliseconds(100)

  let port: UInt16
  let handler: any RequestAnswering

  /// Listens and answers.
  ///
  /// - Parameter onListening: Called once, with the port: the one that was free when none was named.
  /// - Throws: ``PreviewFailure`` when it cannot listen at first.
  func run(onListening: @escaping @Sendable (UInt16) -> Void) async throws {
    FileLimit.raise()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      try await listen(group, onListening)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  private func listen(
    _ group: MultiThreadedEventLoopGroup, _ onListening: (UInt16) -> Void
  ) async throws {
    var server = try await firstServer(group)
    let port = server.localAddress?.port.flatMap { UInt16(exactly: $0) } ?? port
    onListening(port)
    while true {
      await waitUntilClosed(server)
      // Only an error of the system closes it before the preview ends: listen anew, on the same port.
      repeat {
        try await Task.sleep(for: Self.pause)
        guard let next = try? await bind(group, port) else { continue }
        server = next
      } while !server.isActive
    }
  }

  private func firstServer(_ group: MultiThreadedEventLoopGroup) async throws -> any Channel {
    do {
      return try await bind(group, port)
    } catch {
      let code = (error as? IOError)?.errnoCode ?? EIO
      throw PreviewFailure.cannotListen(port: port, code: code)
    }
  }

  private func waitUntilClosed(_ server: any Channel) async {
    await withTaskCancellationHandler {
      try? await server.closeFuture.get()
    } onCancel: {
      server.close(promise: nil)
    }
  }

  private func bind(
    _ group: MultiThreadedEventLoopGroup, _ port: UInt16
  ) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Otherwise the system would hold back what follows the head of an answer, until the browser has
      // acknowledged the head 40 ms later (RFC 896, RFC 1122 4.2.3.2).
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { [handler] channel in
        channel.eventLoop.makeCompletedFuture { try Self.prepare(channel, handler) }
      }
      .bind(host: "127.0.0.1", port: Int(port)).get()
  }

  /// Sets up the handlers of a connection: limits, HTTP, the upgrade to a web socket, and answers.
  private static func prepare(_ channel: any Channel, _ handler: any RequestAnswering) throws {
    let limits = RequestLimits()
    let filter = UpgradeFilter()
    let requests = RequestHandler(handler, limits)
    let pipeline = channel.pipeline.syncOperations
    let ofHTTP = NIOLoopBound((limits, filter, requests), eventLoop: channel.eventLoop)
    try pipeline.addHandler(limits)
    try pipeline.configureHTTPServerPipeline(
      withServerUpgrade: (
        upgraders: [upgrader(handler)],
        completionHandler: { context in
          // The connection is a web socket from here on.
          let pipeline = context.pipeline.syncOperations
          let (limits, filter, requests) = ofHTTP.value
          pipeline.removeHandler(limits, promise: nil)
          pipeline.removeHandler(filter, promise: nil)
          pipeline.removeHandler(requests, promise: nil)
        }
      ), withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoderLimits)
    try pipeline.addHandler(
      filter, position: .before(try pipeline.handler(type: HTTPServerUpgradeHandler.self)))
    try pipeline.addHandler(requests)
  }

  /// The limits of SwiftNIO, above those of ``HeadMeter``, which has a status for each.
  private static var decoderLimits: NIOHTTPDecoderLimitConfiguration {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = HeadMeter.maxHead
    limits.maxHeaderListSize = HeadMeter.maxHead
    limits.maxHeaderFieldCount = HeadMeter.maxFields
    return limits
  }

  private static func upgrader(_ handler: any RequestAnswering) -> NIOWebSocketServerUpgrader {
    NIOWebSocketServerUpgrader(
      shouldUpgrade: { channel, head in
        let headers: HTTPHeaders? = handler.followsPage(PreviewRequest(head)) ? [:] : nil
        return channel.eventLoop.makeSucceededFuture(headers)
      },
      upgradePipelineHandler: { channel, head in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          // Who takes no answers is not read any more.
          try pipeline.addHandler(BackPressureHandler(), position: .first)
          if let socket = handler.liveReloadSocket(PreviewRequest(head)) {
            try pipeline.addHandler(socket)
          }
        }
      })
  }
}
