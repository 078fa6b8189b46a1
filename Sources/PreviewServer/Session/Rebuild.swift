import SiteFiles
import FoundationEssentials
import SiteBuilding

/// What the terminal tells of a build.
public struct Rebuild: Sendable {
  /// How many pages the site has; nil when the pages are still those of an earlier build.
  public let pageCount: Int?
  /// The diagnostics, as the terminal shows them.
  public let problems: [String]
  /// Whether the diagnostics differ from those of the build before.
  public let isNews: Bool
  /// How long the build took.
  public let duration: Duration
}
