import SiteGraph
import ContentModel
import Diagnostics
import SiteLoading

/// Sheets that only lists, tags and the site map lead to.
struct Orphans: EditorialCheck {
  package static let name = EditorialRules.Check.orphans

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    let commons = site.commons
    var isLinked = site.connections.backlinks.map { !$0.isEmpty }
    for groups in commons.relations.groups {
      for target in groups.flatMap(\.targets) { isLinked[target] = true }
    }
    for target in commons.relations.targets.values { isLinked[target] = true }
    for id in Self.named(by: commons) {
      if let index = commons.directory.index(ofID: id) { isLinked[index] = true }
    }
    return commons.site.originals.enumerated().compactMap { index, sheet in
      // A folder is known by its own page, an event by its day, and what is unlisted by its address.
      guard !isLinked[index], !sheet.isIndex, sheet.type.calendar == nil, !sheet.isUnlisted
      else { return nil }
      return .orphan(sheet.title, at: SourceLocation(path: sheet.path))
    }
  }

  /// The ids that menus, terms and views name.
  private static func named(by commons: LinkedSite) -> [String] {
    let configuration = commons.site.configuration
    let pages = commons.site.vocabularies.values.flatMap { $0.terms.compactMap(\.page) }
    return commons.pages(of: configuration.menu + configuration.footerMenu) + pages
      + [configuration.accessibility ?? ""]
  }
}
