import ContentModel
import Diagnostics
import Formats
import PageAudit
import Theming

/// Audits every page of a site as it would be published.
///
/// Pages are made and read in parallel; then what they say of each other is compared; at last the
/// pages with findings are made again, to learn which sheet or template each finding comes from.
struct OutputAudit: Sendable {
  private let site: PreparedSite
  private let context: PageContext
  private let workers: Workers
  private let pages: [PlannedFile]
  /// The paths of all files of the site.
  private let paths: Set<String>

  init(_ site: PreparedSite, _ context: PageContext, _ workers: Workers) {
    self.site = site
    self.context = context
    self.workers = workers
    pages = site.plan.files.filter(\.content.isPage)
    paths = Set(site.plan.paths)
  }

  /// A page that has been read.
  private struct AuditedPage: Sendable {
    var findings: [Finding]
    let title: String
    let titleOffset: Int
    let ids: Set<String>
    /// The links to a place in a page, and the path of that page.
    let anchors: [(page: String, fragment: String, reference: PageReference)]
  }

  /// Returns what is wrong with the pages.
  func run() async throws -> [Diagnostic] {
    var audited = try await workers.map(pages.count) {
      FileRenderer(context, templates: site.templates)
    } _: { renderer, index in
      var unused: [Diagnostic] = []
      let bytes = try renderer.bytes(of: pages[index], reporting: &unused)
      return audit(bytes, at: pages[index].path)
    }
    checkAnchors(&audited)
    checkTitles(&audited)
    let findings = audited.map(\.findings)
    let concerned = findings.indices.filter { !findings[$0].isEmpty }
    let located = try await workers.map(concerned.count) {
      FileRenderer(context, templates: site.templates)
    } _: { renderer, index in
      let page = concerned[index]
      return try locate(findings[page], in: pages[page], &renderer)
    }
    return LocatedFinding.diagnostics(located.flatMap(\.self))
  }

  private func audit(_ bytes: [UInt8], at path: String) -> AuditedPage {
    let page = PageAudit(bytes)
    var findings = page.findings
    var anchors: [(page: String, fragment: String, reference: PageReference)] = []
    for reference in page.references {
      switch Destination(reference.address, from: path, baseURL: context.baseURL) {
      case .file(let target, let fragment):
        if !paths.contains(target) {
          findings.append(.deadLink(reference))
        } else if !fragment.isEmpty {
          anchors.append((target, fragment, reference))
        }
      case .aboveSite: findings.append(.leavesSite(reference))
      case .outside where isRequest(reference): findings.append(.outsideRequest(reference))
      case .outside, .elsewhere: break
      }
    }
    return AuditedPage(
      findings: findings, title: page.title, titleOffset: page.titleOffset, ids: page.ids,
      anchors: anchors)
  }

  /// Whether a browser follows an address by itself, where the site does not allow it to.
  private func isRequest(_ reference: PageReference) -> Bool {
    switch reference.use {
    case .load: true
    case .image: !context.configuration.allowsRemoteImages
    case .link, .mention: false
    }
  }

  private func checkAnchors(_ audited: inout [AuditedPage]) {
    let places = Dictionary(
      pages.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in audited.indices {
      for anchor in audited[index].anchors {
        // A file that is no page has no place that is known here; `#top` is the top of any page.
        guard let target = places[anchor.page], anchor.fragment != "top",
          !audited[target].ids.contains(anchor.fragment)
        else { continue }
        audited[index].findings.append(.deadAnchor(anchor.reference))
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
    _ findings: [Finding], in file: PlannedFile, _ renderer: inout FileRenderer
  ) throws -> [LocatedFinding] {
    let page = renderer.page(of: file)
    let theme = context.commons.site.theme
    let trace = page.flatMap { theme.trace($0.template, $0.root) }
    var source: SheetSource?
    if case .sheet(let index, _) = file.content {
      source = try SheetSource(index, of: context.commons)
    }
    let locator = FindingLocator(page: file.path, trace: trace, source: source)
    return findings.map(locator.locate)
  }
}

extension PlannedFile.Content {
  /// Whether a template makes it.
  fileprivate var isPage: Bool {
    switch self {
    case .sheet, .section, .tags, .tag, .search, .alphabet, .siteMap, .notFound: true
    default: false
    }
  }
}
