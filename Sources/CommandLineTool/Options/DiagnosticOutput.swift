public import ArgumentParser
import Calendars
import ContentModel
public import Diagnostics
import FoundationEssentials
import Glibc
import SiteBuilding
import SiteLoading

/// How diagnostics are written.
enum DiagnosticOutput: String, CaseIterable, ExpressibleByArgument {
  /// Lines for people.
  case text
  /// One JSON object a line.
  case json
  /// A document that code hosts and editors read (OASIS, SARIF 2.1.0).
  case sarif
  /// Annotations of the changes in a GitHub workflow.
  case github
}
