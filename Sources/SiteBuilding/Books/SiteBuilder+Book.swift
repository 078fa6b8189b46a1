import Books
import ContentModel
import Diagnostics
import Formats
import Outputs
import SiteFiles
import SiteGraph
import SiteLoading
import Theming

extension SiteBuilder {
  /// Makes a book of some of the sheets, laid out as their pages are.
  ///
  /// - Throws: ``EnvironmentFailure`` when something outside the source prevents it.
  package func book(_ order: BookOrder) async throws -> BookReport {
    try await ReadFailures.watch {
      var clock = PhaseClock()
      let site = try await prepare(&clock)
      guard !site.hasErrors else { return BookReport(diagnostics: site.raisedDiagnostics) }
      var found: [Diagnostic] = []
      let selection = BookSelection(order.selection, in: site.commons, reporting: &found)
      guard found.isEmpty, !selection.parts.isEmpty else {
        return BookReport(diagnostics: site.raisedDiagnostics + site.commons.site.written(found))
      }
      onEvent(.phase(LocalizedText(fr: "livre", en: "book")))
      let context = site.context(request, baseURL: try baseURL(of: site))
      let binding = try await BookBinding(site, context, selection, workers)
      let made = binding.book(titled: order.title)
      let pictures = BookPictureSource(site, context)
      return BookReport(
        diagnostics: site.raisedDiagnostics + site.commons.site.written(made.diagnostics),
        book: made.book,
        pictures: { try pictures.picture(at: $0) })
    }
  }
}

extension BookReport {
  /// There is no book.
  fileprivate init(diagnostics: [Diagnostic]) {
    self.init(diagnostics: diagnostics, book: nil, pictures: { _ in nil })
  }
}
