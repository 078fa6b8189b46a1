import SiteFiles
import Diagnostics
import FoundationEssentials
import SiteBuilding

/// The site as it is now, what is wrong with it, and who follows it.
actor PreviewSession {
  /// What a page needs to know of the site.
  struct State: Sendable {
    /// The last site whose pages are whole.
    let site: SitePreview
    /// What is wrong now.
    let problems: [OverlayDiagnostic]
    /// Whether the site is what its source is now.
    let isCurrent: Bool
  }

  private var state: State?
  /// The site as it was prepared last, whole or not.
  private var prepared: SitePreview?

  private let builder: SiteBuilder
  private let source: String
  private let language: MessageLanguage
  private var followers: [Int: AsyncStream<State>.Continuation] = [:]
  private var nextFollower = 0

  init(_ builder: SiteBuilder, source: String, language: MessageLanguage) {
    self.builder = builder
    self.source = source
    self.language = language
  }

  /// Builds the site as its source is now; a site with errors leaves the last whole one in place.
  ///
  /// - Throws: ``EnvironmentFailure`` when there is no site yet, and none can be built.
  func rebuild() async throws -> Rebuild {
    let start = ContinuousClock.now
    let last = state
    let new: State
    do {
      let site = try await builder.preview(after: prepared)
      prepared = site
      // At the first time a site that is not whole is better than none.
      let shown = site.isWhole ? site : last?.site ?? site
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

  private func show(_ new: State) {
    let last = state
    state = new
    for follower in followers.values { follower.yield(new) }
    // What a large site is made of takes a while to release; nobody has to wait for that.
    Task.detached(priority: .background) { withExtendedLifetime(last) {} }
  }

  /// The site as it is now and as it becomes, the first time once there is one; of what follows quickly,
  /// the last is given.
  func states() -> AsyncStream<State> {
    let (states, follower) = AsyncStream.makeStream(
      of: State.self, bufferingPolicy: .bufferingNewest(1))
    let number = nextFollower
    nextFollower += 1
    followers[number] = follower
    follower.onTermination = { [weak self] _ in
      Task { await self?.forget(number) }
    }
    if let state { follower.yield(state) }
    return states
  }

  private func forget(_ number: Int) { followers[number] = nil }

  /// Returns the site as it is now, once there is one; nothing when the task is cancelled before.
  func now() async -> State? {
    if let state { return state }
    for await state in states() { return state }
    return nil
  }

  /// Returns diagnostics as what is to mend.
  func problems(of diagnostics: [Diagnostic]) -> [OverlayDiagnostic] {
    OverlayDiagnostic.all(in: diagnostics, language: language) { path in
      FileManager.default.contents(atPath: source + "/" + path).map { Array($0) }
    }
  }

  private func message(of error: any Error) -> String {
    (error as? EnvironmentFailure)?.message.text(in: language) ?? "\(error)"
  }
}

/// What came of building the site anew.
public struct Rebuild: Sendable {
  /// How many pages the site has; nothing when the last whole site stays in place.
  public let pageCount: Int?
  /// What is wrong, as the terminal shows it.
  public let problems: [String]
  /// Whether other things are wrong than before.
  public let isNews: Bool
  /// How long it took.
  public let duration: Duration
}
