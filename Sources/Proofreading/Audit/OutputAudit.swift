import SiteLoading
import ContentModel
package import Diagnostics
package import Formats
import PageAudit
package import SiteFiles
package import SiteGraph
package import Theming

/// Audits every page of a site as it would be published.
///
/// Pages are made and read in parallel; then what they say of each other is compared; at last the
/// pages with findings are made again, to learn which sheet or template each finding comes from.
package struct OutputAudit: Sendable {
  /// A page as it would be published.
  package struct Page: Sendable {
    package let path: String
    /// The sheet that it is the page of.
    package let sheet: Int?
    /// Makes its bytes.
    package let bytes: @Sendable () throws -> [UInt8]
    /// Finds the places in templates and sheets that its parts come from.
    package let sourceMap: @Sendable () -> TemplateSourceMap?

    package init(
      path: String, sheet: Int?, bytes: @escaping @Sendable () throws -> [UInt8],
      sourceMap: @escaping @Sendable () -> TemplateSourceMap?
    ) {
      self.path = path
      self.sheet = sheet
      self.bytes = bytes
      self.sourceMap = sourceMap
    }
  }

  private let commons: LinkedSite
  private let baseURL: BaseURL?
  private let workers: Workers
  private let pages: [Page]
  /// The paths of all files of the site.
  private let paths: Set<String>

  /// - Parameter paths: The paths of all files of the site, its pages included.
  package init(
    _ commons: LinkedSite, baseURL: BaseURL?, pages: [Page], paths: [String], _ workers: Workers
  ) {
    self.commons = commons
    self.baseURL = baseURL
    self.pages = pages
    self.workers = workers
    self.paths = Set(paths)
  }

  /// A page that has been read.
  private struct AuditedPage: Sendable {
    var findings: [Finding]
    let title: String
    let titleOffset: Int
    let anchors: PageAnchors
    /// The links to a place in a page, and the path of that page.
    let anchorLinks: [(page: String, fragment: String, reference: PageReference)]
  }

  /// Returns what is wrong with the pages.
  package func run() async throws -> [Diagnostic] {
    var audited = try await workers.map(pages.count) { index in
      audit(try pages[index].bytes(), at: pages[index].path)
    }
    checkAnchors(&audited)
    checkTitles(&audited)
    let findings = audited.map(\.findings)
    let concerned = findings.indices.filter { !findings[$0].isEmpty }
    let located = try await workers.map(concerned.count) { index in
      let page = concerned[index]
      return try locate(findings[page], in: pages[page])
    }
    return LocatedFinding.diagnostics(located.flatMap(\.self))
  }

  private func audit(_ bytes: [UInt8], at path: String) -> AuditedPage {
    let page = PageAudit(bytes)
    var findings = page.findings
    var links: [(page: String, fragment: String, reference: PageReference)] = []
    for reference in page.references {
      switch Destination(reference.address, from: path, baseURL: baseURL) {
      case .file(let target, let fragment):
        if !paths.contains(target) {
          findings.append(.deadLink(reference))
        } else if !fragment.isEmpty {
          links.append((target, fragment, reference))
        }
      case .aboveSite: findings.append(.leavesSite(reference))
      case .outside where isRequest(reference): findings.append(.outsideRequest(reference))
      case .outside, .elsewhere: break
      }
    }
    return AuditedPage(
      findings: findings, title: page.title, titleOffset: page.titleOffset, anchors: page.anchors,
      anchorLinks: links)
  }

  /// Whether a browser follows an address by itself, where the site does not allow it to.
  private func isRequest(_ reference: PageReference) -> Bool {
    switch reference.use {
    case .load: true
    case .image: !commons.site.configuration.allowsRemoteImages
    case .link, .mention: false
    }
  }

  private func checkAnchors(_ audited: inout [AuditedPage]) {
    let places = Dictionary(
      pages.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in audited.indices {
      for link in audited[index].anchorLinks {
        // A file that is no page has no place that is known here. `#name=value` names no place: it is
        // what a script of the page reads.
        guard let target = places[link.page], !audited[target].anchors.contain(link.fragment),
          !link.fragment.contains("=")
        else { continue }
        audited[index].findings.append(.deadAnchor(link.reference))
      }
    }
  }

  private func checkTitles(_ audited: inout [AuditedPage]) {
    var firstByTitle: [String: Int] = [:]
    for index in audited.indices where !audited[index].title.isEmpty {
      let title = audited[index].title
      if let first = firstByTitle[title] {
        audited[index].findings.append(
          .sharedTitle(title, pages[first].path, at: audited[index].titleOffset))
      } else {
        firstByTitle[title] = index
      }
    }
  }

  /// Finds the places in the source that findings come from.
  private func locate(
    _ findings: [Finding], in page: Page
  ) throws -> [LocatedFinding] {
    let source = try page.sheet.map { try SheetSource($0, of: commons) }
    let locator = FindingLocator(page: page.path, trace: page.sourceMap(), source: source)
    return findings.map(locator.locate)
  }
}
