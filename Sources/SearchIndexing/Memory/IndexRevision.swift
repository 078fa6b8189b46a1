/// An index that becomes another: what changes is made, what does not keeps its name.
struct IndexRevision {
  private let base: IndexBase
  private let former: IndexChanges
  private let words: WordRevision
  private var groups: GroupRevision
  private var layout: IndexLayout
  /// By group.
  private var sizes: [UInt32]
  private var pageCounts: [UInt32]
  private var made: [IndexFile] = []

  init(
    _ base: IndexBase, _ former: IndexChanges, _ words: WordRevision, _ length: BodyLength
  ) {
    self.base = base
    self.former = former
    self.words = words
    layout = former.layout
    groups = GroupRevision(base, words, length)
    let new = [UInt32](
      repeating: 0, count: words.lexicon.stems.count - base.tables.pageCounts.count)
    sizes = base.tables.parts.postings.lengths + new
    pageCounts = base.tables.pageCounts + new
    for size in former.sizes {
      guard let group = words.lexicon.group(of: size.stem) else { continue }
      sizes[group] = size.bytes
      pageCounts[group] = size.pages
    }
  }

  /// Makes the files of words that are not as they were.
  mutating func updateWords() throws {
    var hasNewSpelling = !words.newlyReformed.isEmpty
    for group in groups.withNewPostings.sorted() {
      let revised = try groups.group(group)
      sizes[group] = UInt32(revised.postings.count)
      let weight = SpellingShards.weight(Int(pageCounts[group]))
      pageCounts[group] = UInt32(revised.pages)
      if SpellingShards.weight(revised.pages) != weight { hasNewSpelling = true }
    }
    try updateShards()
    if hasNewSpelling { updateSpelling() }
  }

  private mutating func updateShards() throws {
    let shards = TermShards(words.lexicon, sizes: sizes.map(Int.init)).shards
    let starts = shards.map { words.lexicon.key(of: $0.first) }
    let known = FormerShards(layout.shards, gone: words.gone)
    let parts = base.tables.parts
    layout.shards = try shards.indices.map { number in
      let (first, next) = (starts[number], number + 1 < starts.count ? starts[number + 1] : nil)
      let old = known.shard(from: first, to: next)
      let members = shards[number].groups
      var (file, positions) = (old?.file, old?.positions)
      if file == nil || members.contains(where: groups.withNewPostings.contains) {
        file = add(
          shards[number].file(try groups.contents(of: members, parts.postings, \.postings)))
      }
      if positions == nil || members.contains(where: groups.withNewPositions.contains) {
        positions = add(
          TermShard.positionsFile(
            try groups.contents(of: members, parts.positions, \.positions)))
      }
      return IndexLayout.Shard(first: first, file: file ?? "", positions: positions ?? "")
    }
  }

  private mutating func updateSpelling() {
    let spelling = SpellingShards(words.lexicon, pageCounts: pageCounts)
    let (forward, backward) = (spelling.forward.map(\.file), spelling.backward.map(\.file))
    made += forward + backward
    layout.forward = IndexLayout.spelling(spelling.forward, forward)
    layout.backward = IndexLayout.spelling(spelling.backward, backward)
  }

  mutating func updateSynonyms(_ groups: [[String]]) {
    layout.synonyms = IndexRoot.synonyms(groups)
  }

  /// Makes the blocks of results in which a page has another card.
  mutating func updateCards(_ pages: [Int: PageChange], changed: Set<Int>) throws {
    let cards = base.tables.parts.cards
    let stale = try changed.filter { page in
      try formerCard(of: page) != pages[page]?.card[...]
    }
    for block in Set(stale.map { $0 / SearchIndex.blockSize }).sorted() {
      let start = block * SearchIndex.blockSize
      let numbers = Array(start..<min(start + SearchIndex.blockSize, cards.count))
      let contents = zip(numbers, try base.items(cards, numbers)).map { pages[$0]?.card[...] ?? $1 }
      guard layout.blocks.indices.contains(block) else { continue }
      layout.blocks[block] = add(.block(contents))
    }
  }

  private func formerCard(of page: Int) throws -> ArraySlice<UInt8> {
    try former.pages[page]?.card[...] ?? base.item(base.tables.parts.cards, page)
  }

  private func isAsInBase(_ change: PageChange) throws -> Bool {
    let (page, parts) = (change.page, base.tables.parts)
    return try words.isAsInBase(page)
      && change.card[...] == base.item(parts.cards, page)
      && change.facts == PageFacts(encoded: base.item(parts.facts, page))
  }

  /// Makes the facets, the tags and the ranges when a page has others.
  mutating func updateHead(_ pages: [Int: PageChange], changed: Set<Int>) throws {
    let facts = base.tables.parts.facts
    let isStale = try changed.contains { page in
      let old = try former.pages[page]?.facts ?? PageFacts(encoded: base.item(facts, page))
      return old != pages[page]?.facts
    }
    guard isStale else { return }
    let numbers = Array(0..<facts.count)
    let (head, files) = IndexHead.make(
      try zip(numbers, base.items(facts, numbers)).map { number, encoded in
        try pages[number]?.facts ?? PageFacts(encoded: encoded)
      })
    layout.head = head
    made += files
  }

  private mutating func add(_ file: IndexFile) -> String {
    made.append(file)
    return file.name
  }
}

extension IndexRevision {
  /// All files; those that the index had come without bytes.
  var files: [IndexUpdate.File] {
    let rootFiles = former.layout.rootFiles
    let known = Set(former.layout.names + rootFiles.map(\.name)).subtracting([
      SearchIndex.rootName
    ])
    var bytes: [String: [UInt8]] = [:]
    for file in made + layout.rootFiles where !known.contains(file.name) {
      bytes[file.name] = file.bytes
    }
    if layout == former.layout { bytes = [:] }
    return Set(layout.names + layout.rootFiles.map(\.name))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { IndexUpdate.File(name: $0, bytes: bytes[$0]) }
  }

  /// What has changed since the base was made.
  ///
  /// Builds analyze some pages each time, such as those with a view: one that is as in the base takes no
  /// room.
  func changes(_ pages: [Int: PageChange]) throws -> IndexChanges {
    var changes = former
    changes.pages = try pages.filter { try !isAsInBase($0.value) }
    changes.layout = layout
    let tables = base.tables
    changes.sizes = sizes.indices.compactMap { group in
      let isKnown = group < tables.pageCounts.count
      let (oldSize, oldPages) =
        isKnown ? (tables.parts.postings.lengths[group], tables.pageCounts[group]) : (0, 0)
      if sizes[group] == oldSize, pageCounts[group] == oldPages { return nil }
      return IndexChanges.Size(
        stem: words.lexicon.stems[group], bytes: sizes[group], pages: pageCounts[group])
    }
    return changes
  }
}

/// The files of words as they were, by where they start and where the next one does.
private struct FormerShards {
  private var shards: [WordKey: (shard: IndexLayout.Shard, next: WordKey?)] = [:]

  /// - Parameter gone: The entries that pages no longer have: what held them is not as it was.
  init(_ former: [IndexLayout.Shard], gone: [WordKey]) {
    for (number, shard) in former.enumerated() {
      let next = number + 1 < former.count ? former[number + 1].first : nil
      let hasLost = gone.contains { entry in
        !(entry < shard.first) && next.map { entry < $0 } ?? true
      }
      if !hasLost { shards[shard.first] = (shard, next) }
    }
  }

  func shard(from first: WordKey, to next: WordKey?) -> IndexLayout.Shard? {
    guard let known = shards[first], known.next == next else { return nil }
    return known.shard
  }
}
