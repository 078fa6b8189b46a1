import BuildCache
import ByteCoding
import ContentModel
import Publishing
import SearchIndexing
import SiteFiles
import SiteGraph

/// Makes the search index of a site, but for those of its files that nothing has changed for.
struct SearchStage {
  let documents: MadeDocuments
  /// The published folder of the index.
  let folder: String
  let workers: Workers
  /// Groups of words that mean the same to those who search.
  let synonyms: [[String]]
  /// Where the files go; nil when they are only checked.
  let output: PublishedSite?
  /// Opens the words of the published site.
  let open: @Sendable () -> (memory: IndexMemory, stamp: LayeredFile.Stamp)?

  /// The files of the index, and what the next build may take from them.
  struct Made: Sendable {
    /// The files; one without bytes is published already, and stays.
    let files: [(path: String, bytes: [UInt8]?)]
    let memory: SearchStore.Memory?

    init(_ update: IndexUpdate, in folder: String, since stamp: LayeredFile.Stamp) {
      files = update.files.map { (folder + $0.name, $0.bytes) }
      memory = .changes(update.changes, since: stamp)
    }

    init(_ index: SearchIndex, in folder: String, base: [UInt8]? = nil) {
      files = index.files.map { (folder + $0.name, $0.bytes) }
      memory = base.map { .base($0) }
    }
  }

  func run() async throws -> Made {
    guard let output else {
      return Made(SearchIndex(try await documents.words(workers), synonyms: synonyms), in: folder)
    }
    if let (memory, stamp) = open(), let update = try? memory.update(changed, synonyms: synonyms) {
      let made = Made(update, in: folder, since: stamp)
      if try keepFiles(of: made, output) { return made }
    }
    let (index, base) = SearchIndex.remembered(
      try await documents.words(workers), synonyms: synonyms)
    return Made(index, in: folder, base: base)
  }

  private var changed: [AnalyzedPage] {
    documents.documents.lazy.filter { !$0.isRecalled }.compactMap(\.words)
  }

  /// Takes the files that have not changed from the published site; returns whether they are there.
  private func keepFiles(of index: Made, _ output: PublishedSite) throws -> Bool {
    let paths = index.files.filter { $0.bytes == nil }.map(\.path)
    return try paths.allSatisfy(output.holds) && paths.allSatisfy(output.keep)
  }
}

extension LinkedSite {
  /// The hash of the addresses of the pages that the search knows.
  var pageAddresses: UInt64 {
    StableHash.of { hasher in
      for (index, address) in addresses.enumerated() where !sheets[index].isUnlisted {
        hasher.add(address)
      }
    }
  }
}
