import ContentModel
import Publishing
import SearchIndexing
import SiteFiles
import SiteGraph
import SiteLoading

/// Makes the index of the sheets of other labs, unless the published one holds the same.
struct FederatedSearchStage {
  let commons: LinkedSite
  let workers: Workers
  /// Where the files go; nil when they are only checked.
  let output: PublishedSite?
  /// Whether what is published was made by this program.
  let isKnown: Bool

  /// Returns the files of the index; one without bytes is published already, and stays.
  func run() async throws -> [(path: String, bytes: [UInt8]?)] {
    guard let folder = commons.federatedIndexFolder else { return [] }
    // The folder is named by a hash of what its index is made from: under the same name, it is the same.
    if isKnown, let paths = try output?.keep(folder: folder, with: SearchIndex.rootName) {
      return paths.map { ($0, nil) }
    }
    let index = SearchIndex(
      try await commons.federatedWords(workers), synonyms: commons.site.synonyms.groups)
    return index.files.map { (folder + $0.name, $0.bytes) }
  }
}
