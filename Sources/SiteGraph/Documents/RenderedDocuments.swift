import SiteLoading
package import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// The documents of a site that is still in memory.
package struct RenderedDocuments: DocumentCache {
  package let pages: [String]
  private let made: MadeDocuments
  private let folders: [String]
  private let places: [String: Int]

  package var setting: RenderEnvironment { made.setting }

  package init(_ made: MadeDocuments, of commons: LinkedSite) {
    self.made = made
    folders = Array(commons.folders)
    pages = commons.site.sheets.map(\.path)
    places = Dictionary(zip(pages, pages.indices)) { first, _ in first }
  }

  package func document(
    of path: String, numbers: [Int?]?, text: @escaping @Sendable () -> SheetText.Content
  ) -> (document: MadeDocument, folder: String)? {
    guard let place = places[path] else { return nil }
    let known = made.documents[place]
    let sheet = numbers.map { known.sheet.renumbered($0) } ?? known.sheet
    guard let sheet else { return nil }
    return (
      MadeDocument(
        sheet: sheet, diagnostics: known.diagnostics, lookups: known.lookups, tags: known.tags,
        words: known.words, isRecalled: true),
      folders[place]
    )
  }
}
