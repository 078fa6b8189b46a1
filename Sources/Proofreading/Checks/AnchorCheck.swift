import ContentModel
package import Diagnostics
import MarkdownRendering
import PageAudit
package import SiteFiles
package import SiteGraph
import SiteLoading

/// The links of sheets to places in pages: each page says itself which places it has.
///
/// Headings are known from the text. For any other place, the page is made and read, as the audit of
/// pages reads it, so that both say the same.
package struct AnchorCheck: Sendable {
  /// A link to a place that is no heading of its page.
  private struct Doubt: Sendable {
    let link: DocumentLink
    let fragment: String
    let page: Int
  }

  private let sheets: [RenderedSheet]
  private let doubts: [Doubt]

  /// Looks for links to places that are no headings.
  ///
  /// - Complexity: O(*n*) in the number of links, and in the headings of the pages that they lead to.
  package init(_ site: RenderedSite) {
    let sheets = site.sheets
    var doubts: [Doubt] = []
    var places: [Int: Set<String>] = [:]
    func check(_ link: DocumentLink) {
      guard let page = link.pageID, let fragment = link.fragment, !fragment.isEmpty else { return }
      let known =
        places[page] ?? Set(sheets[page].headings.map(\.id) + sheets[page].anchors)
      places[page] = known
      if known.contains(fragment) { return }
      doubts.append(Doubt(link: link, fragment: fragment, page: page))
    }
    for (source, sheet) in sheets.enumerated() {
      let path = site.commons.site.sheets[source].path
      // A text that a translation takes from its original is checked there.
      for link in sheet.links where link.location.path == path { check(link) }
    }
    for link in site.commons.menuAnchors { check(link) }
    self.sheets = sheets
    self.doubts = doubts
  }

  /// Whether a page must be made to know.
  package var needsPages: Bool { !doubts.isEmpty }

  /// Reports the links to places that their pages do not have.
  ///
  /// - Parameter makePage: Makes the page of a sheet; nil when it cannot be made, which is reported
  ///   elsewhere.
  package func findings(
    _ workers: Workers, makePage: @escaping @Sendable (_ sheet: Int) throws -> [UInt8]?
  ) async throws -> [Diagnostic] {
    let pages = Set(doubts.map(\.page)).sorted()
    let read = try await workers.map(pages.count) { place in
      try makePage(pages[place]).map { PageAnchors($0) }
    }
    let anchors = Dictionary(zip(pages, read), uniquingKeysWith: { first, _ in first })
    return doubts.compactMap { doubt in
      guard let places = anchors[doubt.page] ?? nil, !places.contain(doubt.fragment)
      else { return nil }
      return .danglingAnchor(
        doubt.link.destination, named: doubt.fragment,
        headings: sheets[doubt.page].headings.map(\.id), others: places.ids.sorted(),
        at: doubt.link.location)
    }
  }
}

extension Diagnostic {
  fileprivate static func danglingAnchor(
    _ destination: String, named name: String, headings: [String], others: [String],
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.anchor", at: location,
      LocalizedText(
        fr: "l’ancre de « \(destination) » n’existe pas dans la page",
        en: "the anchor of “\(destination)” is not on the page"),
      expected: headings.isEmpty
        ? LocalizedText(
          fr: "pas d’ancre : la page n’a pas d’intertitre", en: "no anchor: the page has no heading"
        )
        : LocalizedText(names: headings.map { "#" + $0 }),
      suggestion: NearMiss.suggestion(for: "#" + name, among: (headings + others).map { "#" + $0 }))
  }
}
