import SiteLoading
package import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// The documents of a site as they were made, so that those that nothing has changed for need not be
/// made again.
package protocol DocumentCache: Sendable {
  var setting: RenderEnvironment { get }
  /// The files of the sheets, in the order by which documents number them.
  var pages: [String] { get }

  /// Returns the document of a sheet, and the folder that it was published in; nil when there is
  /// none, or when a page that it links to is gone.
  ///
  /// - Parameters:
  ///   - path: The file of the sheet.
  ///   - numbers: The number that each of ``pages`` has now; nil when all have kept theirs.
  ///   - text: Makes the text of the sheet.
  func document(
    of path: String, numbers: [Int?]?, text: @escaping @Sendable () -> SheetText.Content
  ) -> (document: MadeDocument, folder: String)?
}

extension RenderedSheet {
  /// Returns the sheet with the numbers that pages have now; nil when one of them is gone.
  func renumbered(_ numbers: [Int?]) -> RenderedSheet? {
    var links: [DocumentLink] = []
    for link in self.links {
      guard let page = link.pageID else {
        links.append(link)
        continue
      }
      guard let number = numbers[page] else { return nil }
      links.append(link.leading(to: number))
    }
    return RenderedSheet(
      title: title, summary: summary, outline: outline, links: links,
      anchors: anchors, files: files, text: text)
  }
}

extension StableHash {
  /// Returns the hash of the tags that the search knows a sheet by.
  package static func of(_ tags: [SearchTerm]) -> UInt64 {
    of { hasher in
      for tag in tags {
        hasher.add(tag.id)
        hasher.add(tag.label)
      }
    }
  }
}
