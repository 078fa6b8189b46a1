/// The first file of the index: where everything else is, and nothing that grows with each page.
///
/// A JSON object:
/// - `pages`: how many pages there are; `block`: how many results a block holds;
/// - `minor`: the minor words by language;
/// - `facets`, `ranges`: `[[name, label], …]` and `[[name, label, unit], …]`; `facetFile`, `tagFile`, `rangeFile`: the names of their files; `phraseFile`:
///   that of the digests of the positions, the root's shard first;
/// - of a small site, `terms`: the shard of all words or of the subjects, `cards`: the results;
/// - `shards`: the other words; of a larger site, `forward`, `backward` and `blocks`. Each is
///   `[first forms, digests]`, `blocks` the digests alone. First forms are separated by commas,
///   digests are ten digits each.
struct IndexRoot {
  /// The files that the root names.
  private(set) var files: [IndexFile] = []
  private var json: [UInt8] = Array("{".utf8)

  init(_ order: SiteOrder) {
    json.appendName("pages")
    json.append(contentsOf: String(order.pages.count).utf8)
    json.appendName("block")
    json.append(contentsOf: String(SearchIndex.blockSize).utf8)
    json.appendName("minor")
    json.append(UInt8(ascii: "{"))
    for language in AnalysisLanguage.allCases
    where language != .other && order.pages.contains(where: { $0.record.language == language }) {
      json.appendName(language.tag)
      ScriptText.append(StopWords.list(language), to: &json)
    }
    json.append(UInt8(ascii: "}"))
  }

  /// Adds the facets, the tags and the ranges, each in a file of its own.
  mutating func addFacets(_ table: FacetTable) {
    json.appendName("facets")
    json.appendList(table.facets) { $1.appendStrings([$0.name, $0.label]) }
    var facets: [UInt8] = []
    FacetTable.appendJSON(table.facets, to: &facets)
    add(IndexFile(kind: "facets", json: facets), as: "facetFile")
    if !table.tags.values.isEmpty {
      var tags: [UInt8] = []
      FacetTable.appendJSON([table.tags], to: &tags)
      add(IndexFile(kind: "tags", json: tags), as: "tagFile")
    }
    if !table.ranges.isEmpty {
      json.appendName("ranges")
      json.appendList(table.ranges) { $1.appendStrings([$0.name, $0.label, $0.unit]) }
      var ranges: [UInt8] = []
      table.appendRangesJSON(to: &ranges)
      add(IndexFile(kind: "ranges", json: ranges), as: "rangeFile")
    }
  }

  /// Adds the shard that the root holds and all results.
  mutating func addInside(_ core: TermShard?, cards: [[UInt8]]) {
    if let core {
      json.appendName("terms")
      core.appendJSON(to: &json)
    }
    json.appendName("cards")
    json.append(UInt8(ascii: "["))
    json.append(contentsOf: cards.joined(separator: ",".utf8))
    json.append(UInt8(ascii: "]"))
  }

  /// Adds the shards of the dictionary.
  mutating func addShards(_ shards: [TermShard]) {
    if shards.isEmpty { return }
    let shardFiles = shards.map { shard in
      var shardJSON: [UInt8] = []
      shardJSON.reserveCapacity(shard.count + 64)
      shard.appendJSON(to: &shardJSON)
      return IndexFile(kind: "f", json: shardJSON)
    }
    addRun(shardFiles, firstForms: shards.map(\.firstForm), as: "shards")
  }

  /// Adds the positions of all shards, that of the root first, and the file that lists theirs.
  ///
  /// The shards do not name them: words that move within a page leave them as they are.
  mutating func addPositions(core: TermShard?, _ shards: [TermShard]) {
    let positions = ([core ?? TermShard(firstForm: [])] + shards).map { $0.positionsFile() }
    files.append(contentsOf: positions)
    var digests: [UInt8] = []
    positions.flatMap(\.digest).withUnsafeBufferPointer { ScriptText.append($0, to: &digests) }
    add(IndexFile(kind: "phrases", json: digests), as: "phraseFile")
  }

  /// Adds the forms in both orders.
  mutating func addSpelling(_ spelling: SpellingShards) {
    for (name, shards) in [("forward", spelling.forward), ("backward", spelling.backward)] {
      let shardFiles = shards.map { shard in
        var text: [UInt8] = []
        shard.text.withUnsafeBufferPointer { ScriptText.append($0, to: &text) }
        return IndexFile(kind: "s", json: text)
      }
      addRun(shardFiles, firstForms: shards.map(\.firstForm), as: name)
    }
  }

  /// Adds the results, in blocks.
  mutating func addBlocks(_ cards: [[UInt8]], size: Int) {
    var digests: [UInt8] = []
    for start in stride(from: 0, to: cards.count, by: size) {
      let block = cards[start..<min(start + size, cards.count)]
      let file = IndexFile(
        kind: "b", json: Array("[".utf8) + block.joined(separator: ",\n".utf8) + Array("]".utf8))
      digests.append(contentsOf: file.digest)
      files.append(file)
    }
    json.appendName("blocks")
    digests.withUnsafeBufferPointer { ScriptText.append($0, to: &json) }
  }

  /// Gives the root itself, once all is added.
  func file() -> IndexFile {
    IndexFile(name: SearchIndex.rootName, json: json + [UInt8(ascii: "}")])
  }

  private mutating func add(_ file: IndexFile, as name: String) {
    files.append(file)
    json.appendName(name)
    ScriptText.append(file.name, to: &json)
  }

  private mutating func addRun(_ run: [IndexFile], firstForms: [[UInt8]], as name: String) {
    files.append(contentsOf: run)
    let forms = Array(firstForms.joined(separator: ",".utf8))
    let digests = run.flatMap(\.digest)
    json.appendName(name)
    json.append(UInt8(ascii: "["))
    forms.withUnsafeBufferPointer { ScriptText.append($0, to: &json) }
    json.append(UInt8(ascii: ","))
    digests.withUnsafeBufferPointer { ScriptText.append($0, to: &json) }
    json.append(UInt8(ascii: "]"))
  }
}
