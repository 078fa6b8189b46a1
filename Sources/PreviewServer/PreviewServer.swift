import Desk
public import Diagnostics
import FoundationEssentials
import SiteBuilding
import SourceHistory
public import SiteLoading

/// Serves a site to the browsers of this machine, rebuilds it when its source changes, and has the open
/// pages load what has changed.
///
/// It answers this machine only, renders pages in memory when they are asked for, and writes nothing but
/// resized pictures, in `.archipel/` beside the source; one that writes has the desk as well, whose page
/// changes the sheets of the source.
public struct PreviewServer: Sendable {
  /// What a preview tells while it runs.
  public enum Event: Sendable {
    /// The preview listens, and can be opened at an address.
    case listening(address: String)
    /// The desk can be opened at an address, which is secret.
    case writing(address: String)
    /// The site was built anew.
    case rebuilt(Rebuild)
    /// inotify(7) is not available, for a reason: the files are polled every second.
    case lookingAtFiles(reason: String)
  }

  private let request: BuildRequest
  private let port: UInt16
  private let isWriting: Bool
  private let language: MessageLanguage
  private let onEvent: @Sendable (Event) -> Void

  /// Creates a preview of a source folder.
  ///
  /// - Parameters:
  ///   - request: The site to build; nothing is written to its output folder.
  ///   - port: The TCP port to listen on; 0 for any that is free.
  ///   - isWriting: Whether sheets are written in the browser.
  ///   - language: The language of diagnostics.
  public init(
    _ request: BuildRequest, port: UInt16, isWriting: Bool = false, language: MessageLanguage,
    onEvent: @escaping @Sendable (Event) -> Void
  ) {
    self.request = request
    self.port = port
    self.isWriting = isWriting
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
    let session = PreviewSession(
      builder, source: request.source, showsFaults: isWriting, language: language)
    let (listening, listener) = AsyncStream.makeStream(of: UInt16.self)
    let ports = isWriting ? PreviewPorts() : nil
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let handler = PreviewHandler(session: session, language: language, ports: ports)
        try await PreviewListener(port: port, handler: handler).run { listener.yield($0) }
      }
      // The first build waits until the ports are open: when one is taken, building would be in vain.
      group.addTask {
        for await port in listening {
          onEvent(.listening(address: "http://127.0.0.1:\(port)/"))
          guard let ports else {
            try await follow(builder, session)
            continue
          }
          ports.pages = port
          try await serve(desk(session, ports), builder, session)
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func desk(_ session: PreviewSession, _ ports: PreviewPorts) -> DeskHandler {
    DeskHandler(
      desk: WritingDesk(
        source: request.source, builtInThemes: request.options.builtInThemes, language: language),
      history: HistoryKeeper(of: request.source), session: session, language: language,
      ports: ports)
  }

  /// Serves the desk, and builds and follows the site meanwhile.
  ///
  /// Its port is the one after that of the pages, so that what its page keeps in the browser is found
  /// again; any that is free when that of the pages was.
  private func serve(
    _ desk: DeskHandler, _ builder: SiteBuilder, _ session: PreviewSession
  ) async throws {
    let (listening, listener) = AsyncStream.makeStream(of: UInt16.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await PreviewListener(port: port == 0 ? 0 : port &+ 1, handler: desk).run {
          listener.yield($0)
        }
      }
      group.addTask {
        for await port in listening {
          desk.ports.desk = port
          onEvent(.writing(address: desk.opening(port: port)))
          try await follow(builder, session)
        }
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
    for await _ in Self.signals(watch.changes, session) {
      // The folders are watched before the build reads them, so that no change between is missed. When
      // the configuration cannot be read, the folders of before are still watched.
      named = (try? builder.sourceFolders()) ?? named
      watch.follow(folders(named) + files(await session.includedFiles, besides: named))
      onEvent(.rebuilt(try await session.rebuild()))
      watch.follow(folders(named) + files(await session.includedFiles, besides: named))
    }
  }

  /// Returns an element for each series of changes, and one when the day has changed: sheets may wait for
  /// it.
  private static func signals(
    _ changes: AsyncStream<Void>, _ session: PreviewSession
  ) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { signal in
      let following = Task {
        for await _ in changes { signal.yield() }
        signal.finish()
      }
      let waiting = Task {
        while (try? await Task.sleep(for: .seconds(30))) != nil {
          if await session.isOfAnotherDay { signal.yield() }
        }
      }
      signal.onTermination = { _ in
        following.cancel()
        waiting.cancel()
      }
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
