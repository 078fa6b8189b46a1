import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// The site as it was built last, for the desk.
package struct DeskSite: Sendable {
  /// The sheets and everything that connects them.
  package let commons: LinkedSite
  /// What was wrong with it.
  package let diagnostics: [Diagnostic]

  package init(_ commons: LinkedSite, diagnostics: [Diagnostic]) {
    self.commons = commons
    self.diagnostics = diagnostics
  }

  var contentFolder: String { commons.site.contentFolder }

  /// Whether a file is one of its sheets.
  func hasSheet(at path: String) -> Bool { commons.site.sheets.contains { $0.path == path } }

  /// The address of the page of a file, from the root of the site; nil when it has none.
  func address(ofFileAt path: String) -> String? {
    guard case .sheet(let index) = commons.directory.match(path: path) else { return nil }
    return "/" + commons.addresses[index]
  }

  /// Returns the file of the page at an address, percent-encoded; nil when it is the page of no sheet.
  package func path(ofPageAt address: String) -> String? {
    let wanted = address.drop { $0 == "/" }
    for (index, sheet) in commons.site.sheets.enumerated()
    where commons.addresses[index] == wanted { return sheet.path }
    return nil
  }
}
