/// The first file of the index: it says where the others are, and does not grow with each page.
///
/// A JSON object:
/// - `synonyms`: groups of words that mean the same, separated by commas, the words of a group by `/`;
/// - `lang`: the language of most pages; `langs`: those of the others, each with its pages; `last`: the
///   pages that come after the others;
/// - `read`: `[[facet, id, label, other names…], …]`, the values that a query may name;
/// - `pages`: how many pages there are; `block`: how many results a block holds;
/// - `minor`: the minor words by language;
/// - `facets`, `ranges`: `[[name, label, "s" where a search may start from it], …]` and `[[name, label, unit, how queries are read], …]`; `facetFile`, `tagFile`, `rangeFile`: the names of their files; `phraseFile`:
///   that of the digests of the positions, the root's shard first;
/// - of a small site, `terms`: the shard of all words or of the subjects, `cards`: the results;
/// - `shards`: the other words; of a larger site, `forward`, `backward` and `blocks`. Each is
///   `[first forms, digests]`, `blocks` the digests alone. First forms are separated by commas,
///   digests are ten digits each.
struct IndexRoot {
  private var json: [UInt8]

  init(_ head: IndexHead, synonyms: String) {
    json = head.json
    guard !synonyms.isEmpty else { return }
    json.appendName("synonyms")
    json.appendString(synonyms)
  }

  /// Writes groups of synonyms as one text.
  static func synonyms(_ groups: [[String]]) -> String {
    groups.map { words in
      words.map { $0.replacing("/", with: " ").replacing(",", with: " ").lowercased() }
        .joined(separator: "/")
    }.joined(separator: ",")
  }

  /// Adds the shard that the root holds and all results.
  mutating func addInside(
    _ core: (shard: TermShard, postings: [ArraySlice<UInt8>])?, cards: [[UInt8]]
  ) {
    if let core {
      json.appendName("terms")
      core.shard.appendJSON(core.postings, to: &json)
    }
    json.appendName("cards")
    json.appendArray { $0.append(contentsOf: cards.joined(separator: ",".utf8)) }
  }

  /// Adds files of words or of forms, each with its first form.
  mutating func addRun(_ run: [(firstForm: ArraySlice<UInt8>, file: String)], as name: String) {
    json.appendName(name)
    json.appendArray { json in
      json.appendString(Array(run.map(\.firstForm).joined(separator: ",".utf8)))
      json.appendString(IndexRoot.digests(run.map(\.file)))
    }
  }

  /// Adds the results, in blocks.
  mutating func addBlocks(_ files: [String]) {
    json.appendName("blocks")
    json.appendString(IndexRoot.digests(files))
  }

  /// Adds the positions of all shards, that of the root first, and returns the file that lists
  /// theirs.
  ///
  /// The shards do not name them: words that move within a page leave them as they are.
  mutating func addPositions(_ files: [String]) -> IndexFile {
    var list: [UInt8] = []
    list.appendString(IndexRoot.digests(files))
    let phrases = IndexFile(kind: "phrases", json: list)
    json.appendName("phraseFile")
    json.appendString(phrases.name)
    return phrases
  }

  /// Gives the root itself, once all is added.
  func file() -> IndexFile {
    IndexFile(name: SearchIndex.rootName, json: json + [UInt8(ascii: "}")])
  }

  /// The ten digits of each name.
  private static func digests(_ names: [String]) -> String {
    names.map { $0.dropLast(3).suffix(10) }.joined()
  }
}
