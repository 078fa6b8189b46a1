import FlyingFox
import FlyingSocks
import Glibc

/// A pool of sockets that send what they are given at once.
///
/// The library sends a header and a body one after the other. The system holds the second back until
/// the browser has acknowledged the first, which browsers do 40 ms later (RFC 896, RFC 1122 4.2.3.2).
struct PromptSocketPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  /// Waits until a socket is ready: at first the one that listens, which hands its options on.
  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    try? socket.setValue(true, for: BoolSocketOption(level: CInt(IPPROTO_TCP), name: TCP_NODELAY))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
