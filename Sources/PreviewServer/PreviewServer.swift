public import SiteLoading
public import Diagnostics
import FoundationEssentials
import SiteBuilding

/// Shows a site in the browser of this machine, and keeps the open pages as their sources are.
///
/// It answers this machine only, makes pages from memory when they are asked for, and writes nothing but
/// the pictures that it makes ready, beside the source.
public struct PreviewServer: Sendable {
  /// What a preview tells while it runs.
  public enum Event: Sendable {
    /// The preview can be opened at an address.
    case listening(address: String)
    /// The site was built anew.
    case rebuilt(Rebuild)
    /// The system does not tell of changes, for a reason: files are looked at every second.
    case lookingAtFiles(reason: String)
  }

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
  /// - Throws: ``PreviewFailure`` when the port is taken, ``EnvironmentFailure`` when the source cannot
  ///   be read at first.
  public func run() async throws {
    let builder = SiteBuilder(request)
    try builder.checkSource()
    let session = PreviewSession(builder, source: request.source, language: language)
    let (listening, listener) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let handler = PreviewHandler(session: session, language: language)
        try await PreviewListener(port: port, handler: handler).run { port in
          onEvent(.listening(address: "http://127.0.0.1:\(port)/"))
          listener.yield()
        }
      }
      // A preview that nobody can open builds nothing.
      group.addTask {
        for await _ in listening { try await follow(builder, session) }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Builds the site, and builds it anew after each burst of changes.
  private func follow(_ builder: SiteBuilder, _ session: PreviewSession) async throws {
    let tree = SourceTree(source: request.source, output: request.output)
    let watch = SourceWatch(folders(try builder.sourceFolders()), in: tree) {
      onEvent(.lookingAtFiles(reason: $0))
    }
    onEvent(.rebuilt(try await session.rebuild()))
    for await _ in watch.changes {
      // Before they are read, so that no change is missed; those of a site that cannot be shown yet
      // are followed as well. A configuration that cannot be read changes nothing.
      if let named = try? builder.sourceFolders() { watch.follow(folders(named)) }
      onEvent(.rebuilt(try await session.rebuild()))
    }
  }

  /// The folders to watch: the source folder itself for its configuration, and what it is made from.
  private func folders(_ deep: [String]) -> [WatchedFolder] {
    [WatchedFolder(path: request.source, isDeep: false)]
      + deep.map { WatchedFolder(path: $0, isDeep: true) }
  }
}
