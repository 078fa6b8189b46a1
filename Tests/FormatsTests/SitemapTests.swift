import Testing

@testable import Formats

struct SitemapTests {
  private let base = BaseURL("https://exemple.bzh/")

  @Test func listsPagesWithTheirDates() {
    let pages = [
      SitemapPage(path: "", modified: Timestamp(year: 2026, month: 3, day: 14)),
      SitemapPage(path: "caf%C3%A9-&-th%C3%A9/"),
    ]
    let files = Sitemap(pages: pages, baseURL: base).encodedFiles()
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://exemple.bzh/</loc><lastmod>2026-03-14</lastmod></url>
      <url><loc>https://exemple.bzh/caf%C3%A9-&amp;-th%C3%A9/</loc></url>
      </urlset>

      """
    #expect(files.map(\.path) == ["sitemap.xml"])
    #expect(files.map { text($0.bytes) } == [expected])
  }

  @Test func linksTranslations() {
    let translations = [
      SitemapPage.Translation(language: "fr", path: "charte/"),
      SitemapPage.Translation(language: "br", path: "br/karta/"),
    ]
    let page = SitemapPage(path: "charte/", translations: translations)
    let written = Sitemap(pages: [page], baseURL: base).encodedFiles().map { text($0.bytes) }
    let expected =
      #"<xhtml:link rel="alternate" hreflang="br" href="https://exemple.bzh/br/karta/"/></url>"#
    #expect(written.first?.contains(expected) == true)
    #expect(written.first?.contains(#"xmlns:xhtml="http://www.w3.org/1999/xhtml""#) == true)
  }

  @Test(arguments: [(4, 1), (5, 3), (8, 3), (9, 4)])
  func splitsInFilesWithAnIndexPastTheMostPages(count: Int, fileCount: Int) {
    let pages = (0..<count).map { SitemapPage(path: "p\($0)/") }
    let map = Sitemap(pages: pages, baseURL: base, largestCount: 4, largestSize: 10_000)
    let files = map.encodedFiles()
    #expect(files.count == fileCount)
    #expect(files.first?.path == "sitemap.xml")
    let listed = files.map { text($0.bytes) }.joined()
    for page in pages {
      #expect(listed.contains("<url><loc>https://exemple.bzh/\(page.path)</loc>"))
    }
    for file in files.dropFirst() {
      #expect(listed.contains("<sitemap><loc>https://exemple.bzh/\(file.path)</loc></sitemap>"))
    }
  }

  @Test(arguments: [200, 250, 400])
  func keepsEveryFileWithinTheMostBytes(limit: Int) {
    let pages = (0..<20).map { SitemapPage(path: "page-\($0)/") }
    let map = Sitemap(pages: pages, baseURL: base, largestCount: 100, largestSize: limit)
    let parts = map.encodedFiles().dropFirst()
    #expect(parts.count > 1)
    #expect(parts.allSatisfy { $0.bytes.count <= limit })
    let urls = parts.map { text($0.bytes).split(separator: "<url>").count - 1 }
    #expect(urls.reduce(0, +) == pages.count)
  }

  @Test func listsNothingForASiteWithoutPages() {
    let files = Sitemap(pages: [], baseURL: base).encodedFiles()
    #expect(files.map(\.path) == ["sitemap.xml"])
  }

  @Test func announcesTheMapWhenItHasAnAddress() {
    #expect(
      text(Robots(baseURL: base).encoded())
        == "User-agent: *\nAllow: /\n\nSitemap: https://exemple.bzh/sitemap.xml\n")
    #expect(text(Robots(baseURL: nil).encoded()) == "User-agent: *\nAllow: /\n")
  }
}
