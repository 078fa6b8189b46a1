import ContentModel
package import Diagnostics
package import SiteFiles

/// The checks of a site, those that its owner turned off left out.
package struct EditorialChecks: Sendable {
  package let site: EditorialContext

  package init(
    site: EditorialContext
  ) {
    self.site = site
  }

  private static let all: [any EditorialCheck] = [
    NearDuplicates(), Orphans(), ExpectedRelations(), OverdueReview(), UntoldChanges(),
    SharedTitles(), MissingSummary(), MissingSupports(),
    Typography(), InclusiveWriting(), Abbreviations(), WordsToComplete(),
  ]

  /// Runs every check.
  ///
  /// - Throws: ``EnvironmentFailure`` when a sheet can no longer be read.
  package func run(_ workers: Workers) async throws -> [Diagnostic] {
    let wanted = Self.all.filter { !site.rules.disabled.contains(type(of: $0).name) }
    return try await workers.map(wanted.count) { try wanted[$0].findings(in: site) }
      .flatMap(\.self)
  }
}
