import SiteLoading
package import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// The documents of a site, in the order of its sheets.
package struct MadeDocuments: Sendable {
  package let setting: RenderEnvironment
  package let documents: [MadeDocument]
  /// Reads a sheet for the search; nil in a site without search.
  let searched: (@Sendable (_ sheet: Int) -> SearchDocument)?
  /// The sheets that the search does not find.
  let unlisted: Set<Int>

  /// Returns what the search knows of each sheet.
  package func words(_ workers: Workers) async throws -> [AnalyzedPage] {
    guard let searched else { return [] }
    let missing = documents.indices.filter {
      documents[$0].words == nil && !unlisted.contains($0)
    }
    let found = try await WordCollection.pages(of: missing.count, workers) { place in
      searched(missing[place])
    }
    var pages = documents.map(\.words)
    for (index, page) in zip(missing, found) { pages[index] = page }
    for index in unlisted { pages[index] = nil }
    return pages.compactMap(\.self)
  }
}
