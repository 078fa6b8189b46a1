import SiteLoading
package import ContentModel
import MarkdownRendering

/// What the texts say of each other: links and those that lead back, and the sheets most alike.
package struct Connections: Sendable {
  /// The sheets whose text links to each sheet, in the order of the site.
  package let backlinks: [[Int]]
  package let related: RelatedSheets
  /// The sheets that each sheet links to, in its text or its fields.
  package let targets: [[Int]]
  /// The labels of the terms that sheets share, by their number in `related`.
  package let terms: [(vocabulary: String, term: String)]

  /// Connects the sheets by what they link to and what they bear.
  ///
  /// - Complexity: O(*n*) in the number of links, tags and terms.
  package init(_ commons: LinkedSite, _ sheets: [RenderedSheet]) {
    let originals = commons.site.originals
    var targets = [[Int]](repeating: [], count: originals.count)
    var backlinks = [[Int]](repeating: [], count: originals.count)
    for (source, sheet) in sheets.enumerated() {
      for link in sheet.links {
        guard let page = link.pageID else { continue }
        // A translation has the connections of its original.
        guard originals.indices.contains(source) else { continue }
        let target = commons.translations.original(of: page)
        guard target != source, !targets[source].contains(target) else { continue }
        targets[source].append(target)
        if !originals[source].isUnlisted { backlinks[target].append(source) }
      }
      guard originals.indices.contains(source) else { continue }
      for group in commons.relations.groups[source] {
        for target in group.targets where !targets[source].contains(target) {
          targets[source].append(target)
        }
      }
    }
    self.backlinks = backlinks
    self.targets = targets
    var numbers: [String: Int] = [:]
    var terms: [(vocabulary: String, term: String)] = []
    let termsBySheet = originals.map { sheet in
      sheet.terms.map { pair in
        let key = pair.vocabulary + "/" + pair.term
        if let number = numbers[key] { return number }
        numbers[key] = terms.count
        terms.append(pair)
        return terms.count - 1
      }
    }
    self.terms = terms
    related = RelatedSheets(
      tags: commons.tagIndex.tagsBySheet, tagCount: commons.tags.count, terms: termsBySheet,
      termCount: terms.count, links: targets,
      unlisted: Set(originals.indices.filter { originals[$0].isUnlisted }))
  }
}
