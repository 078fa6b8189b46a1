import ContentModel
import Diagnostics
import PageAudit
import Theming

/// A finding, and the place in the source that it comes from.
struct LocatedFinding: Sendable {
  let finding: Finding
  package let location: SourceLocation
  /// The page that shows it, when the place does not tell.
  package let page: String?

  init(_ finding: Finding, at location: SourceLocation, page: String?) {
    self.finding = finding
    self.location = location
    self.page = page
  }

  /// Makes one diagnostic of what one place causes on many pages.
  package static func diagnostics(_ located: [LocatedFinding]) -> [Diagnostic] {
    var order: [Cause] = []
    var pages: [Cause: Set<String>] = [:]
    var firsts: [Cause: LocatedFinding] = [:]
    for found in located {
      // What a template says wrong may name another address on each page.
      let cause = Cause(
        id: found.finding.id, location: found.location,
        message: found.page == nil ? found.finding.message : nil)
      if firsts[cause] == nil {
        firsts[cause] = found
        order.append(cause)
      }
      if let page = found.page { pages[cause, default: []].insert(page) }
    }
    return order.compactMap { cause in
      firsts[cause].map { Diagnostic($0, onPages: pages[cause]?.count ?? 0) }
    }
  }

  private struct Cause: Hashable {
    let id: String
    let location: SourceLocation
    let message: LocalizedText?
  }
}
