public import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
public import SiteBuilding

/// Shows a site in the browser of this machine, and keeps the open pages as their sources are.
///
/// It answers this machine only, makes pages from memory when they are asked for, and writes nothing.
public struct PreviewServer: Sendable {
  /// What a preview tells while it runs.
  public enum Event: Sendable {
    /// The preview can be opened at an address.
    case listening(address: String)
    /// The site was built anew.
    case rebuilt(Rebuild)
  }

  /// How long a burst of changes may go on before the site is built: editors write in several steps.
  private static let settling = Duration.milliseconds(8)

  private let request: BuildRequest
  private let port: UInt16
  private let language: MessageLanguage
  private let onEvent: @Sendable (Event) -> Void

  /// Creates a preview of a source folder.
  ///
  /// - Parameters:
  ///   - request: What is built; its output folder is not written to.
  ///   - port: The TCP port to listen on; 0 for any that is free.
  ///   - language: The language of what is shown when something is wrong.
  public init(
    _ request: BuildRequest, port: UInt16, language: MessageLanguage,
    onEvent: @escaping @Sendable (Event) -> Void
  ) {
    self.request = request
    self.port = port
    self.language = language
    self.onEvent = onEvent
  }

  /// Builds the site, serves it, and follows its changes until the task is cancelled.
  ///
  /// - Throws: ``PreviewFailure`` when the port is taken or changes cannot be watched.
  public func run() async throws {
    let session = PreviewSession(
      SiteBuilder(request), source: request.source, language: language)
    let watch = try SourceWatch(Self.folders(of: request))
    let first = await rebuild(session, watch)
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port) as sockaddr_in, logger: .disabled,
      handler: PreviewHandler(session: session, language: language))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await serve(server) }
      group.addTask { await follow(watch, session) }
      // A port that is taken ends the first task before anything listens.
      group.addTask { try await server.waitUntilListening() }
      try await group.next()
      onEvent(.listening(address: "http://127.0.0.1:\(await Self.port(of: server) ?? port)/"))
      onEvent(.rebuilt(first))
      try await group.next()
      group.cancelAll()
    }
  }

  private func serve(_ server: HTTPServer) async throws {
    do {
      try await server.run()
    } catch let SocketError.failed(_, _, message) {
      throw PreviewFailure.cannotListen(port: port, message)
    }
  }

  /// The port that a server listens on, the one that was free when none was named.
  private static func port(of server: HTTPServer) async -> UInt16? {
    guard case .ip4(_, let port) = await server.listeningAddress else { return nil }
    return port
  }

  /// Builds the site anew after each burst of changes.
  private func follow(_ watch: SourceWatch, _ session: PreviewSession) async {
    for await _ in watch.changes {
      try? await Task.sleep(for: Self.settling)
      onEvent(.rebuilt(await rebuild(session, watch)))
    }
  }

  private func rebuild(_ session: PreviewSession, _ watch: SourceWatch) async -> Rebuild {
    let rebuild = await session.rebuild()
    if let folders = rebuild.watchedFolders {
      watch.follow(Self.folders(of: request, below: folders))
    }
    return rebuild
  }

  /// The folders to watch: the source folder itself for its configuration, and what it is made from.
  private static func folders(
    of request: BuildRequest, below deep: [String] = []
  ) -> [WatchedFolder] {
    [WatchedFolder(path: request.source, isDeep: false)]
      + deep.map { WatchedFolder(path: $0, isDeep: true) }
  }
}
