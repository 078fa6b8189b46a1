import Diagnostics
import Foundation
import SiteBuilding

/// The site as it is now, what is wrong with it, and who waits for its next state.
actor PreviewSession {
  /// What a page needs to know of the site.
  struct State: Sendable {
    /// How many times the site was built; it only grows.
    var version = 0
    /// The last site whose pages are whole.
    var site: SitePreview?
    /// What is wrong now, as the terminal shows it, one text a problem.
    var problems: [String] = []
  }

  private(set) var state = State()

  private let builder: SiteBuilder
  private let source: String
  private let language: MessageLanguage
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0

  init(_ builder: SiteBuilder, source: String, language: MessageLanguage) {
    self.builder = builder
    self.source = source
    self.language = language
  }

  /// Builds the site as its source is now; a site with errors leaves the last whole one in place.
  func rebuild() async -> Rebuild {
    let start = ContinuousClock.now
    var problems: [String] = []
    var site: SitePreview?
    do {
      let preview = try await builder.preview()
      problems = texts(of: preview.diagnostics)
      // At the first time a site that is not whole is better than none.
      if preview.isWhole || state.site == nil { site = preview }
    } catch let failure as EnvironmentFailure {
      problems = [failure.message.text(in: language) + "\n"]
    } catch {
      problems = ["\(error)\n"]
    }
    let isNews = problems != state.problems
    state = State(version: state.version + 1, site: site ?? state.site, problems: problems)
    for waiter in waiting.values { waiter.resume() }
    waiting = [:]
    return Rebuild(
      pageCount: site?.pageCount, problems: problems, isNews: isNews,
      duration: ContinuousClock.now - start, watchedFolders: site?.watchedFolders)
  }

  /// Returns the state once its version is another, or after a while.
  func state(after version: Int, patience: Duration) async -> State {
    guard state.version == version else { return state }
    let number = nextWaiter
    nextWaiter += 1
    let timer = Task {
      try? await Task.sleep(for: patience)
      release(number)
    }
    await withCheckedContinuation { waiting[number] = $0 }
    timer.cancel()
    return state
  }

  /// Returns problems as the terminal shows them.
  func texts(of diagnostics: [Diagnostic]) -> [String] {
    DiagnosticFormatter(language: language).format(diagnostics) { path in
      FileManager.default.contents(atPath: source + "/" + path).map { Array($0) }
    }
  }

  private func release(_ number: Int) {
    waiting.removeValue(forKey: number)?.resume()
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

  let watchedFolders: [String]?
}
