import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// Listens on a port of this machine until the task is cancelled.
struct PreviewListener {
  let port: UInt16
  let handler: PreviewHandler

  /// Listens and answers.
  ///
  /// - Parameter onListening: Called once, with the port: the one that was free when none was named.
  /// - Throws: ``PreviewFailure`` when it cannot listen.
  func run(onListening: @escaping @Sendable (UInt16) -> Void) async throws {
    FileLimit.raise()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server: any Channel
    do {
      server = try await bootstrap(group).bind(host: "127.0.0.1", port: Int(port)).get()
    } catch {
      try? await group.shutdownGracefully()
      let code = (error as? IOError)?.errnoCode ?? EIO
      throw PreviewFailure.cannotListen(port: port, code: code)
    }
    onListening(server.localAddress?.port.flatMap { UInt16(exactly: $0) } ?? port)
    // It ends when it is told to, and no connection ends it.
    await withTaskCancellationHandler {
      try? await server.closeFuture.get()
    } onCancel: {
      server.close(promise: nil)
    }
    try? await group.shutdownGracefully()
    try Task.checkCancellation()
  }

  private func bootstrap(_ group: MultiThreadedEventLoopGroup) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // What is written is sent at once: an answer and the news of a page are whole when written.
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { [handler] channel in
        channel.eventLoop.makeCompletedFuture { try Self.prepare(channel, handler) }
      }
  }

  private static func prepare(_ channel: any Channel, _ handler: PreviewHandler) throws {
    let limits = RequestLimits()
    let requests = RequestHandler(handler, limits)
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(limits)
    let upgrader = NIOWebSocketServerUpgrader(
      shouldUpgrade: { channel, head in
        let headers: HTTPHeaders? = handler.followsPage(PreviewRequest(head)) ? [:] : nil
        return channel.eventLoop.makeSucceededFuture(headers)
      },
      upgradePipelineHandler: { channel, head in
        channel.eventLoop.makeCompletedFuture {
          if let socket = handler.liveReloadSocket(PreviewRequest(head)) {
            try channel.pipeline.syncOperations.addHandler(socket)
          }
        }
      })
    let loopBound = NIOLoopBound((limits, requests), eventLoop: channel.eventLoop)
    try pipeline.configureHTTPServerPipeline(
      withServerUpgrade: (
        upgraders: [upgrader],
        completionHandler: { context in
          // The connection is a web socket from here on.
          let (limits, requests) = loopBound.value
          context.pipeline.syncOperations.removeHandler(limits, promise: nil)
          context.pipeline.syncOperations.removeHandler(requests, promise: nil)
        }
      ))
    try pipeline.addHandler(requests)
  }
}

/// How many files and connections the process may have open.
enum FileLimit {
  /// Allows as many as the system does: shells often start with 1,024.
  static func raise() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
