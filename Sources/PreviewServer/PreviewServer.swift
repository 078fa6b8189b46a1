public import Diagnostics
import FoundationEssentials
import SiteBuilding
public import SiteLoading

/// Serves a site to the browsers of this machine, rebuilds it when its source changes, and has the open
/// pages load what has changed.
///
/// It answers this machine only, renders pages in memory when they are asked for, and writes nothing but
/// resized pictures, in `.archipel/` beside the source.
public struct PreviewServer: Sendable {
  /// What a preview tells while it runs.
  public enum Event: Sendable {
    /// The preview listens, and can be opened at an address.
    case listening(address: String)
    /// The site was built anew.
    case rebuilt(Rebuild)
    /// inotify(7) is not available, for a reason: the files are polled every second.
    case lookingAtFiles(reason: String)
  }

  private let request: BuildRequest
  private let port: UInt16
  private let language: MessageLanguage
  private let onEvent: @Sendable (Event) -> Void

  /// Creates a preview of a source folder.
  ///
  /// - Parameters:
  ///   - request: The site to build; nothing is written to its output folder.
  ///   - port: The TCP port to listen on; 0 for any that is free.
  ///   - language: The language of diagnostics.
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
      // The first build waits until the port is open: when it is taken, building would be in vain.
      group.addTask {
        for await _ in listening { try await follow(builder, session) }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Builds the site, and builds it anew after each series of changes.
  private func follow(_ builder: SiteBuilder, _ session: PreviewSession) async throws {
    let tree = SourceTree(source: request.source, output: request.output)
    var named = try builder.sourceFolders()
    let watch = SourceWatch(folders(named), in: tree) {
      onEvent(.lookingAtFiles(reason: $0))
    }
    onEvent(.rebuilt(try await session.rebuild()))
    watch.follow(folders(named) + files(await session.includedFiles, besides: named))
    for await _ in watch.changes {
      // The folders are watched before the build reads them, so that no change between is missed. When
      // the configuration cannot be read, the folders of before are still watched.
      named = (try? builder.sourceFolders()) ?? named
      watch.follow(folders(named) + files(await session.includedFiles, besides: named))
      onEvent(.rebuilt(try await session.rebuild()))
      watch.follow(folders(named) + files(await session.includedFiles, besides: named))
    }
  }

  /// Returns what to watch for files that lie outside of the folders that the site is made from: each
  /// file, and its folder, which tells of its changes.
  private func files(_ included: [String], besides folders: [String]) -> [WatchedFolder] {
    let included = included.filter { path in !folders.contains { path.hasPrefix($0 + "/") } }
    let parents = Set(included.compactMap { path in path.lastIndex(of: "/").map { path[..<$0] } })
    return parents.sorted().map { WatchedFolder(path: String($0), isDeep: false) }
      + included.map { WatchedFolder(path: $0, isDeep: true) }
  }

  /// Returns the folders to watch: the source folder, without those in it, for the configuration; and the
  /// folders that the site is made from, with all in them.
  private func folders(_ deep: [String]) -> [WatchedFolder] {
    [WatchedFolder(path: request.source, isDeep: false)]
      + deep.map { WatchedFolder(path: $0, isDeep: true) }
  }
}
