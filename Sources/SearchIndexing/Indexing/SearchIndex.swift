/// The search index of a site: classic scripts that the engine in the page loads.
///
/// A small site has one file with everything that a query needs; one a little larger keeps there its
/// results and the words of its titles, tags, headings and summaries. Others have a root, shards of
/// the dictionary, blocks of results and, for words that the site lacks, shards of its spelling.
/// Positions and facets are apart, loaded when a phrase or a filter asks for them.
public struct SearchIndex: Sendable {
  /// The results in one block.
  static let blockSize = 32
  /// The most bytes that a query needs for the whole index to be one file.
  static let oneFileBytes = 56_000

  /// The files, by name, each once; the root is among them.
  public let files: [IndexFile]
  /// The name of the file that the engine loads first.
  ///
  /// It is the same for all sites, so that pages need not be made again when the index changes; the
  /// engine asks for a fresh root when the one it has names files that are gone.
  public static let rootName = "root.js"

  /// Indexes pages that may have been analysed at different times.
  public init(_ pages: [AnalyzedPage]) {
    self.init(AnalyzedPage.batches(of: pages))
  }

  /// Indexes the pages that the workers analysed, by address.
  ///
  /// The result depends neither on how many workers there were nor on who analysed which page.
  /// - Complexity: linear in the words of the site, but for sorting the distinct ones.
  public init(_ batches: [AnalyzedDocuments]) {
    let order = SiteOrder(batches)
    let vocabulary = Vocabulary(batches.map(\.words))
    let occurrences = Occurrences(order, batches, vocabulary)
    let cards = order.pages.map(\.record.card)
    let cardBytes = cards.reduce(0) { $0 + $1.count }
    var root = IndexRoot(order)
    root.addFacets(FacetTable(order))

    var terms = TermShards(vocabulary, occurrences)
    if cardBytes <= SearchIndex.oneFileBytes {
      terms.distribute { _ in true }
      if !SearchIndex.fits(terms, cardBytes) { terms.distribute(core: \.isSubject) }
    }
    if cardBytes <= SearchIndex.oneFileBytes, SearchIndex.fits(terms, cardBytes) {
      root.addInside(terms.core, cards: cards)
      root.addShards(terms.shards)
    } else {
      terms.distribute { _ in false }
      root.addShards(terms.shards)
      root.addSpelling(SpellingShards(vocabulary, pageCounts: terms.pageCounts))
      root.addBlocks(cards, size: SearchIndex.blockSize)
    }
    root.addPositions(core: terms.core, terms.shards)
    let rootFile = root.file()
    var byName = Dictionary(
      root.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    byName[rootFile.name] = rootFile
    files = byName.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func fits(_ terms: TermShards, _ cardBytes: Int) -> Bool {
    (terms.core?.count ?? 0) + cardBytes <= oneFileBytes
  }
}
