package import ContentModel
package import Diagnostics
package import MarkdownRendering

/// The rendered sheets of a site, their readings recorded.
///
/// A worker has its own: to reach a sheet counts no reference that another worker counts at the same time.
package final class TrackedSheets: Sendable {
  fileprivate let sheets: [RenderedSheet]
  fileprivate let recorder: DependencyRecorder?

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

/// A rendered sheet: lists read what its card shows, its own page reads its text as well.
package struct TrackedSheet: Sendable {
  // All of them: to keep one sheet alone would copy its fields for each card.
  fileprivate let site: TrackedSheets
  fileprivate let index: Int

  /// The summary, typeset.
  package var summary: String {
    site.recorder?.note(.card, index)
    return site.sheets[index].summary
  }

  /// The body.
  package var html: [UInt8] { page.text.content.html }

  package var headings: [DocumentHeading] { page.headings }

  /// The links to other pages of the site, in the text and in the fields.
  package var links: [DocumentLink] { page.links }

  /// The files beside the sheets that its own texts lead to, show or include, by their paths below the
  /// content folder, sorted.
  package var files: [String] { page.files }

  /// The fields of inline Markdown, by where they are written.
  package var inlines: [SourceLocation: [UInt8]] { page.text.content.inlines }

  private var page: RenderedSheet {
    site.recorder?.note(.text, index)
    return site.sheets[index]
  }
}

/// What the texts of a site say of each other, its readings recorded.
package struct TrackedConnections: Sendable {
  private let connections: Connections
  private let recorder: DependencyRecorder?

  package init(_ connections: Connections, _ recorder: DependencyRecorder?) {
    self.connections = connections
    self.recorder = recorder
  }

  /// Returns the connections with their readings recorded.
  package func recording(_ recorder: DependencyRecorder) -> TrackedConnections {
    TrackedConnections(connections, recorder)
  }

  /// Returns the sheets whose texts link to a sheet.
  package func backlinks(of sheet: Int) -> [Int] {
    recorder?.note(.backlinks, sheet)
    return connections.backlinks[sheet]
  }

  /// Returns the sheets most like a sheet.
  package func related(to sheet: Int) -> [RelatedSheets.Neighbour] {
    let neighbours = connections.related.neighbours(of: sheet)
    recorder?.note(neighbours, likeSheet: sheet)
    return neighbours
  }

  /// Returns a term that sheets share.
  package func term(_ number: Int) -> (vocabulary: String, term: String) {
    connections.terms[number]
  }
}
