import SiteFiles
import Diagnostics
import FoundationEssentials
import SiteBuilding

/// Holds the site as it was built last with its diagnostics, and sends each new build to its subscribers.
actor PreviewSession {
  /// The outcome of a build.
  struct State: Sendable {
    /// The last site that was built without an error.
    let site: SitePreview
    /// The diagnostics of the last build.
    let problems: [OverlayDiagnostic]
    /// Whether `site` is what the last build made.
    let isCurrent: Bool
  }

  private var state: State?
  /// The site that the last build made, with or without errors: the next build starts from it.
  private var prepared: SitePreview?

  private let builder: SiteBuilder
  private let source: String
  private let showsFaults: Bool
  private let language: MessageLanguage
  private var subscribers: [Int: AsyncStream<State>.Continuation] = [:]
  private var nextSubscriber = 0

  /// Creates a session without a site yet.
  ///
  /// - Parameter showsFaults: Whether pages are those of the last build even when it has errors: who
  ///   writes a sheet at the desk sees it before it is whole.
  init(
    _ builder: SiteBuilder, source: String, showsFaults: Bool = false, language: MessageLanguage
  ) {
    self.builder = builder
    self.showsFaults = showsFaults
    self.source = source
    self.language = language
  }

  /// Builds the site from the source as it is now; pages are still those of the last build without errors.
  ///
  /// - Throws: ``EnvironmentFailure`` when there is no site yet, and none can be built.
  func rebuild() async throws -> Rebuild {
    let start = ContinuousClock.now
    let last = state
    let new: State
    do {
      let site = try await builder.preview(after: prepared)
      prepared = site
      // At the start, a site with errors is better than none.
      let shown = site.isWhole || showsFaults ? site : last?.site ?? site
      new = State(
        site: shown, problems: problems(of: site.diagnostics), isCurrent: shown === site)
    } catch {
      guard let last else { throw error }
      new = State(
        site: last.site, problems: [OverlayDiagnostic(message(of: error))], isCurrent: false)
    }
    show(new)
    return Rebuild(
      pageCount: new.isCurrent ? new.site.pageCount : nil, problems: new.problems.map(\.text),
      isNews: new.problems != last?.problems ?? [], duration: ContinuousClock.now - start)
  }

  /// Whether the day has changed since the last build.
  var isOfAnotherDay: Bool { prepared.map { builder.hasAnotherDay(than: $0) } ?? false }

  /// The files that the sheets of the last build include.
  var includedFiles: [String] { prepared?.includedFiles ?? [] }

  private func show(_ new: State) {
    let last = state
    state = new
    for subscriber in subscribers.values { subscriber.yield(new) }
    // To release a large site takes a while: that happens on another thread.
    Task.detached(priority: .background) { withExtendedLifetime(last) {} }
  }

  /// Subscribes to the outcomes of builds: the stream starts with the last one, if there is one.
  ///
  /// A subscriber that is slow misses all but the newest.
  func states() -> AsyncStream<State> {
    let (states, subscriber) = AsyncStream.makeStream(
      of: State.self, bufferingPolicy: .bufferingNewest(1))
    let number = nextSubscriber
    nextSubscriber += 1
    subscribers[number] = subscriber
    subscriber.onTermination = { [weak self] _ in
      Task { await self?.forget(number) }
    }
    if let state { subscriber.yield(state) }
    return states
  }

  private func forget(_ number: Int) { subscribers[number] = nil }

  /// Returns the outcome of the last build, and waits for the first; nil when the task is cancelled before.
  func now() async -> State? {
    if let state { return state }
    for await state in states() { return state }
    return nil
  }

  /// Returns the site that the last build made, with or without errors; nil when the task is cancelled
  /// before the first.
  func latest() async -> SitePreview? {
    if let prepared { return prepared }
    return await now()?.site
  }

  /// Returns diagnostics as the overlay shows them, with their lines of source.
  func problems(of diagnostics: [Diagnostic]) -> [OverlayDiagnostic] {
    OverlayDiagnostic.all(in: diagnostics, language: language) { path in
      SourceBoundary.bytes(of: path, in: source)
    }
  }

  private func message(of error: any Error) -> String {
    (error as? EnvironmentFailure)?.message.text(in: language) ?? "\(error)"
  }
}
