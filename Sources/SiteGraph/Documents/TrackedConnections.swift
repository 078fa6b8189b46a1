package import ContentModel
package import Diagnostics
package import MarkdownRendering

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
