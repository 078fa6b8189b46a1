package import ContentModel
package import Diagnostics
package import MarkdownRendering

/// The rendered sheets of a site, their readings recorded.
///
/// A worker has its own: to reach a sheet counts no reference that another worker counts at the same time.
package final class TrackedSheets: Sendable {
  let sheets: [RenderedSheet]
  let recorder: DependencyRecorder?

  package init(_ sheets: [RenderedSheet], _ recorder: DependencyRecorder?) {
    self.sheets = sheets
    self.recorder = recorder
  }

  /// Returns the sheets with their readings recorded.
  package func recording(_ recorder: DependencyRecorder) -> TrackedSheets {
    TrackedSheets(sheets, recorder)
  }

  package subscript(index: Int) -> TrackedSheet { TrackedSheet(site: self, index: index) }
}
