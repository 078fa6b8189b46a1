package import ContentModel
import SiteLoading
import TextEncoding

/// A taxonomy of a site: its words, and where their pages are.
///
/// What it has of sheets is read through ``LinkedSite``, which notes it.
package struct SiteTaxonomy: Sendable {
  package let taxonomy: Taxonomy
  /// The folder of its pages, `phases/`.
  package let folder: String
  let index: TagIndex
  /// The number of its first word among those of all taxonomies.
  let first: Int
  /// The keys of its words.
  let keys: OnDemand<Set<String>>

  init(_ taxonomy: Taxonomy, _ index: TagIndex, folder: String, first: Int) {
    self.taxonomy = taxonomy
    self.folder = folder
    self.index = index
    self.first = first
    keys = OnDemand { Set(index.tags.map(\.key)) }
  }

  /// The numbers of its words.
  var numbers: Range<Int> { first..<first + index.tags.count }
}

extension SiteTaxonomy {
  /// Gathers the words of the sheets of a site, taxonomy by taxonomy.
  ///
  /// - Parameters:
  ///   - tags: The tags, which are the first.
  ///   - folders: The folders of the pages, in the same order.
  static func all(of site: LoadedSite, tags: TagIndex, folders: [String]) -> [SiteTaxonomy] {
    var all: [SiteTaxonomy] = []
    for (taxonomy, folder) in zip(site.taxonomies, folders) {
      let index =
        taxonomy.source == .tags
        ? tags
        : taxonomy.index(
          site.originals, vocabularies: site.vocabularies, language: site.configuration.language)
      all.append(
        SiteTaxonomy(taxonomy, index, folder: folder, first: all.last?.numbers.upperBound ?? 0))
    }
    return all
  }
}
