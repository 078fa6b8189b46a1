import SiteLoading
import Outputs
import Diagnostics
public import LinkChecking
import Proofreading
import SiteFiles
import SiteGraph

extension SiteBuilder {
  /// Does everything that a build does but for writing, save the pictures that it keeps beside the
  /// source.
  ///
  /// - Parameters:
  ///   - auditsOutput: Whether to audit every page too, as it would be published. What a strict
  ///     site makes an error of does not prevent it.
  ///   - readsProse: Whether to say what could be better in the writing.
  ///   - policy: How to ask for the addresses of other sites; none are asked for without.
  /// - Throws: ``EnvironmentFailure`` when the source, the theme or the cache cannot be read.
  public func check(
    auditsOutput: Bool = false, readsProse: Bool = false,
    visiting policy: LinkChecker.RequestPolicy? = nil
  ) async throws -> BuildReport {
    try await ReadFailures.watch {
      try await findings(auditsOutput: auditsOutput, readsProse: readsProse, visiting: policy)
    }
  }

  /// The faults of a page that a build finds in the sheet already.
  private static let alsoToldByBuild: Set<String> = [
    "output.dead-link", "output.dead-anchor", "output.outside-request", "output.placeholder",
  ]

  private func findings(
    auditsOutput: Bool, readsProse: Bool, visiting policy: LinkChecker.RequestPolicy?
  ) async throws -> BuildReport {
    var clock = PhaseClock()
    var site = try await prepare(&clock)
    if readsProse || policy != nil {
      onEvent(.phase(LocalizedText(fr: "vérification des textes", en: "check of the texts")))
      let checked = try await clock.measure("prose") {
        try await EditorialContext(site.rendered, today: site.commons.site.today, workers)
      }
      if readsProse {
        site.diagnostics += try await clock.measure("checks") {
          try await EditorialChecks(site: checked).run(workers).bounded()
        }
      }
      if let policy {
        site.diagnostics += try await clock.measure("visits") {
          try await WebLinks(site: checked).findings(policy) { onEvent(.phase($0)) }
        }
      }
    }
    guard auditsOutput ? !site.isBroken : !site.hasErrors else {
      return site.report(clock, fileCount: 0)
    }
    var made = try await make(site, into: nil, after: PreviousFiles(), &clock).site
    let fileCount = made.hasErrors ? 0 : made.plan.fileCount
    guard auditsOutput, !made.isBroken else { return made.report(clock, fileCount: fileCount) }
    onEvent(.phase(LocalizedText(fr: "vérification des pages", en: "audit of the pages")))
    let audit = try outputAudit(of: made)
    let found = try await clock.measure("audit") { try await audit.run() }
    // What a build tells of a reference of a sheet is not told of its page once more.
    let start = { (location: SourceLocation) in
      SourceLocation(path: location.path, position: location.position)
    }
    let places = Set(made.diagnostics.map { start($0.location) })
    made.diagnostics += found.filter {
      !Self.alsoToldByBuild.contains($0.id) || !places.contains(start($0.location))
    }
    return made.report(clock, fileCount: fileCount)
  }
}
