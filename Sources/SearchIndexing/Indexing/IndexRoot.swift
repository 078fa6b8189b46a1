import TextEncoding

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
  private var json: JSONWriter

  init(_ head: IndexHead, synonyms: String) {
    json = JSONWriter(continuing: head.json, escaping: .json)
    if !synonyms.isEmpty { json.write("synonyms", synonyms) }
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
      json.writeKey("terms")
      core.shard.write(core.postings, to: &json)
    }
    json.writeKey("cards")
    json.beginArray()
    for card in cards { json.write(encoded: card) }
    json.endArray()
  }

  /// Adds files of words or of forms, each with its first form.
  mutating func addRun(_ run: [(firstForm: ArraySlice<UInt8>, file: String)], as name: String) {
    json.writeKey(name)
    json.beginArray()
    json.write(Array(run.map(\.firstForm).joined(separator: ",".utf8)))
    json.write(IndexRoot.digests(run.map(\.file)))
    json.endArray()
  }

  /// Adds the results, in blocks.
  mutating func addBlocks(_ files: [String]) {
    json.write("blocks", IndexRoot.digests(files))
  }

  /// Adds the positions of all shards, that of the root first, and returns the file that lists
  /// theirs.
  ///
  /// The shards do not name them: words that move within a page leave them as they are.
  mutating func addPositions(_ files: [String]) -> IndexFile {
    var list = JSONWriter(escaping: .json)
    list.write(IndexRoot.digests(files))
    let phrases = IndexFile(kind: "phrases", json: list.finish())
    json.write("phraseFile", phrases.name)
    return phrases
  }

  /// Gives the root itself, once all is added.
  func file() -> IndexFile {
    var whole = json
    whole.endObject()
    return IndexFile(name: SearchIndex.rootName, json: whole.finish())
  }

  /// The ten digits of each name.
  private static func digests(_ names: [String]) -> String {
    names.map { $0.dropLast(3).suffix(10) }.joined()
  }
}
