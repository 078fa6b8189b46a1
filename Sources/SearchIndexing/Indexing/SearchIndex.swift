/// The search index of a site: classic scripts that the engine in the page loads.
///
///     var analyzer = TextAnalyzer()
///     analyzer.add(
///       SearchDocument(
///         url: "methodes/forum/", title: "Forum ouvert",
///         type: SearchTerm(id: "methode", label: "Méthode")))
///     let index = SearchIndex([analyzer.finish()])
///     let names = index.files.map(\.name)  // root.js, and the files that it leads to
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
  ///
  /// - Parameter synonyms: Groups of words that mean the same to those who search.
  public init(_ pages: [AnalyzedPage], synonyms: [[String]] = []) {
    self.init(AnalyzedPage.batches(of: pages), synonyms: synonyms)
  }

  /// Indexes the pages that the workers analysed, by address.
  ///
  /// The result depends neither on how many workers there were nor on who analysed which page.
  /// - Complexity: linear in the words of the site, but for sorting the distinct ones.
  public init(_ batches: [AnalyzedDocuments], synonyms: [[String]] = []) {
    self.init(WholeIndex(batches, synonyms: synonyms))
  }

  init(_ whole: WholeIndex) {
    let byName = Dictionary(
      whole.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    files = byName.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
