import TextEncoding
/// The list of a site's pages for search engines (sitemaps.org, protocol 0.9).
public struct Sitemap: Sendable {
  /// The name of the file to announce: the list itself, or the index of its parts.
  public static let fileName = "sitemap.xml"

  /// The most pages that the protocol allows in one file.
  static let largestCount = 50_000
  /// The most bytes that the protocol allows in one file.
  static let largestSize = 52_428_800

  private let address: SiteAddress
  private let pages: [SitemapPage]
  private let largestCount: Int
  private let largestSize: Int

  /// Creates the map of a site from its pages, in the order they are to be listed.
  ///
  /// - Parameter baseURL: Where the site is published. The protocol wants absolute addresses:
  ///   without a base URL the file is a plain list of relative ones, which no search engine takes.
  public init(pages: [SitemapPage], baseURL: BaseURL?) {
    self.init(
      pages: pages, baseURL: baseURL, largestCount: Self.largestCount,
      largestSize: Self.largestSize)
  }

  init(pages: [SitemapPage], baseURL: BaseURL?, largestCount: Int, largestSize: Int) {
    address = SiteAddress(baseURL: baseURL)
    self.pages = pages
    self.largestCount = largestCount
    self.largestSize = largestSize
  }

  /// Returns the files that make the map, to be published at the site's root.
  ///
  /// One file named `sitemap.xml`; when the pages are too many for one, `sitemap-1.xml` and so on,
  /// with `sitemap.xml` as their index.
  ///
  /// - Complexity: O(*n*) in the length of the result.
  public func encodedFiles() -> [PublishedFile] {
    let parts = encodedParts()
    if parts.count == 1, let only = parts.first {
      return [PublishedFile(path: Self.fileName, bytes: only)]
    }
    let files = parts.enumerated().map { number, bytes in
      PublishedFile(path: "sitemap-\(number + 1).xml", bytes: bytes)
    }
    return [PublishedFile(path: Self.fileName, bytes: index(of: files))] + files
  }

  private func encodedParts() -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var part = opening
    part.reserveCapacity(256 * min(pages.count, largestCount))
    var count = 0
    var element: [UInt8] = []
    for page in pages {
      element.removeAll(keepingCapacity: true)
      append(page, to: &element)
      let isFull =
        count == largestCount
        || part.count + element.count + Self.closing.utf8CodeUnitCount > largestSize
      if isFull, count > 0 {
        part.append(Self.closing)
        parts.append(part)
        part = opening
        count = 0
      }
      part.append(contentsOf: element)
      count += 1
    }
    part.append(Self.closing)
    parts.append(part)
    return parts
  }

  private func append(_ page: SitemapPage, to bytes: inout [UInt8]) {
    bytes.append("<url><loc>")
    bytes.append(escaping: address.reference(to: page.path))
    bytes.append("</loc>")
    if let modified = page.modified {
      bytes.append("<lastmod>")
      bytes.append(escaping: modified.shortest)
      bytes.append("</lastmod>")
    }
    for translation in page.translations {
      bytes.append("<xhtml:link rel=\"alternate\"")
      bytes.append(attribute: "hreflang", translation.language)
      bytes.append(attribute: "href", address.reference(to: translation.path))
      bytes.append("/>")
    }
    bytes.append("</url>\n")
  }

  private func index(of files: [PublishedFile]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    bytes.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for file in files {
      bytes.append("<sitemap><loc>")
      bytes.append(escaping: address.reference(to: file.path))
      bytes.append("</loc></sitemap>\n")
    }
    bytes.append("</sitemapindex>\n")
    return bytes
  }

  private var opening: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    bytes.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    // Only a map that names translations needs the second namespace.
    if pages.contains(where: { !$0.translations.isEmpty }) {
      bytes.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
    }
    bytes.append(">\n")
    return bytes
  }

  private static let closing: StaticString = "</urlset>\n"
}
