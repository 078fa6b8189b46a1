import FlyingFox
import FlyingSocks
import Glibc

/// Listens on a port of this machine until the task is cancelled.
///
/// What happens to a connection does not end it, nor does a moment without free files: it then listens
/// anew, on the same port.
struct PreviewListener {
  /// How long to wait before listening anew.
  private static let pause = Duration.milliseconds(100)

  let port: UInt16
  let handler: any HTTPHandler

  /// Listens and answers.
  ///
  /// - Parameter onListening: Called once, with the port: the one that was free when none was named.
  /// - Throws: ``PreviewFailure`` when it cannot listen at first.
  func run(onListening: @escaping @Sendable (UInt16) -> Void) async throws {
    FileLimit.raise()
    var port = port
    var isFirst = true
    while true {
      let server = HTTPServer(
        config: HTTPServer.Configuration(
          address: try .inet(ip4: "127.0.0.1", port: port) as sockaddr_in,
          pool: PromptSocketPool(), logger: .disabled),
        handler: handler)
      do {
        try await withThrowingTaskGroup(of: UInt16?.self) { group in
          group.addTask {
            try await server.run()
            return nil
          }
          group.addTask { try await Self.port(of: server) }
          if let found = try await group.next() ?? nil {
            port = found
            if isFirst { onListening(found) }
            isFirst = false
          }
          // From here on, only an end with an error is one.
          for try await _ in group {}
        }
      } catch {
        if isFirst, case SocketError.failed(_, let code, _) = error {
          throw PreviewFailure.cannotListen(port: port, code: code)
        }
        if isFirst || Task.isCancelled { throw error }
      }
      try await Task.sleep(for: Self.pause)
    }
  }

  /// The port that a server listens on, once it does.
  private static func port(of server: HTTPServer) async throws -> UInt16? {
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress else { return nil }
    return port
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
