import ContentModel
import Diagnostics
import Formats
import Outputs
import SearchIndexing
import SiteGraph
import SiteLoading

/// A site loaded, linked and planned: everything that its files are made from.
package struct PreparedSite: Sendable {
  let rendered: RenderedSite
  var plan: SitePlan
  let templates: Templates
  let isStrict: Bool
  var diagnostics: [Diagnostic]

  /// Whether something prevents publication; in a strict site, a warning does.
  var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
  }

  /// Whether something cannot be made at all, however strict the site.
  var isBroken: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a picture is not shown for want of the library that reads it.
  var lacksPictureLibrary: Bool { diagnostics.contains { $0.id == "image.library" } }

  var commons: LinkedSite { rendered.commons }

  /// The site as outputs see it.
  var view: SiteView { SiteView(commons) }

  /// What the pages of the site are made from.
  func context(_ request: BuildRequest, baseURL: BaseURL?) -> PageContext {
    let sheets = rendered.sheets
    var request = request
    request.today = commons.site.today
    return PageContext(
      commons: view, sheets: sheets, titles: sheets.map(\.title),
      connections: rendered.connections,
      request: request, baseURL: baseURL)
  }

  /// What was found, sorted by path and line, warnings raised to errors where the site is strict.
  var raisedDiagnostics: [Diagnostic] {
    var raised = commons.site.written(diagnostics)
    if isStrict {
      for index in raised.indices where raised[index].severity == .warning {
        raised[index].severity = .error
      }
    }
    return raised.sortedByLocation().tellingTemplatesOnce()
  }

  /// Returns what the build did so far.
  ///
  /// - Parameter remains: What the site was made from, beside itself.
  func report(
    _ clock: PhaseClock, fileCount: Int, newFileCount: Int = 0, remains: [any Sendable] = []
  ) -> BuildReport {
    BuildReport(
      diagnostics: raisedDiagnostics, pageCount: plan.pageCount, fileCount: fileCount,
      newFileCount: newFileCount,
      phases: clock.phases, remains: remains + [self])
  }
}
