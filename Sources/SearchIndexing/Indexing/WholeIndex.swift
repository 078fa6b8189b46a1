/// An index made from all pages, and what it was made from.
struct WholeIndex {
  let order: SiteOrder
  let vocabulary: Vocabulary
  let occurrences: Occurrences
  /// By group.
  let written: [WrittenGroup]
  let files: [IndexFile]
  /// What the files hold; nil when the root holds results or words.
  let layout: IndexLayout?

  /// - Complexity: linear in the words of the site, but for sorting the distinct ones.
  init(_ batches: [AnalyzedDocuments], synonyms groups: [[String]] = []) {
    let synonyms = IndexRoot.synonyms(groups)
    order = SiteOrder(batches)
    vocabulary = Vocabulary(batches.map(\.words))
    occurrences = Occurrences(order, batches, vocabulary)
    var writer = PostingWriter(occurrences)
    let written = (0..<vocabulary.lexicon.stems.count).map { writer.write($0) }
    self.written = written
    let (head, headFiles) = IndexHead.make(order.pages.map(\.record.facts))
    let cards = order.pages.map(\.record.card)
    let small = SmallIndex(vocabulary.lexicon, written, cards: cards)
    if let small {
      files = headFiles + small.files(head, synonyms: synonyms)
      layout = nil
    } else {
      let large = LargeIndex(
        vocabulary.lexicon, written, cards: cards, head: head, synonyms: synonyms)
      files = headFiles + large.files + large.layout.rootFiles
      layout = large.layout
    }
  }
}

/// The index of a small site, whose root holds all results and the words of its subjects at least.
private struct SmallIndex {
  let terms: TermShards
  let written: [WrittenGroup]
  let cards: [[UInt8]]
  let lexicon: Lexicon

  /// Nil when the site is too large.
  init?(_ lexicon: Lexicon, _ written: [WrittenGroup], cards: [[UInt8]]) {
    let room = SearchIndex.oneFileBytes - cards.reduce(0) { $0 + $1.count }
    guard room >= 0 else { return nil }
    let sizes = written.map(\.postings.count)
    var terms = TermShards(lexicon, sizes: sizes) { _ in true }
    if terms.core?.count ?? 0 > room {
      terms = TermShards(lexicon, sizes: sizes) { written[$0].isSubject }
    }
    guard terms.core?.count ?? 0 <= room else { return nil }
    self.terms = terms
    self.written = written
    self.cards = cards
    self.lexicon = lexicon
  }

  func files(_ head: IndexHead, synonyms: String) -> [IndexFile] {
    var root = IndexRoot(head, synonyms: synonyms)
    root.addInside(
      terms.core.map { ($0, $0.groups.map { written[$0].postings[...] }) }, cards: cards)
    let shards = terms.shards.map { $0.file($0.groups.map { written[$0].postings[...] }) }
    if !shards.isEmpty {
      let firstForms = terms.shards.map { lexicon.forms[$0.first] }
      root.addRun(Array(zip(firstForms, shards.map(\.name))), as: "shards")
    }
    let positions = ([terms.core?.groups ?? []] + terms.shards.map(\.groups)).map { groups in
      TermShard.positionsFile(groups.map { written[$0].positions[...] })
    }
    let phrases = root.addPositions(positions.map(\.name))
    return shards + positions + [phrases, root.file()]
  }
}

/// The index of a larger site.
private struct LargeIndex {
  let files: [IndexFile]
  let layout: IndexLayout

  init(
    _ lexicon: Lexicon, _ written: [WrittenGroup], cards: [[UInt8]], head: IndexHead,
    synonyms: String
  ) {
    let shards = TermShards(lexicon, sizes: written.map(\.postings.count)).shards
    let terms = shards.map { $0.file($0.groups.map { written[$0].postings[...] }) }
    let positions = shards.map {
      TermShard.positionsFile($0.groups.map { written[$0].positions[...] })
    }
    let spelling = SpellingShards(lexicon, pageCounts: written.map { UInt32($0.pages) })
    let (forward, backward) = (spelling.forward.map(\.file), spelling.backward.map(\.file))
    let blocks = stride(from: 0, to: cards.count, by: SearchIndex.blockSize).map { start in
      IndexFile.block(
        cards[start..<min(start + SearchIndex.blockSize, cards.count)].map { $0[...] })
    }
    files = terms + positions + forward + backward + blocks
    layout = IndexLayout(
      head: head, synonyms: synonyms,
      shards: shards.indices.map {
        IndexLayout.Shard(
          first: lexicon.key(of: shards[$0].first), file: terms[$0].name,
          positions: positions[$0].name)
      },
      forward: IndexLayout.spelling(spelling.forward, forward),
      backward: IndexLayout.spelling(spelling.backward, backward), blocks: blocks.map(\.name))
  }
}

extension IndexLayout {
  static func spelling(_ shards: [SpellingShards.Shard], _ files: [IndexFile]) -> [Spelling] {
    zip(shards, files).map { Spelling(firstForm: $0.firstForm, file: $1.name) }
  }
}

extension IndexFile {
  /// Results that are found together.
  static func block(_ cards: [ArraySlice<UInt8>]) -> IndexFile {
    var json = Array("[".utf8)
    json.reserveCapacity(cards.reduce(2) { $0 + $1.count + 2 })
    for (place, card) in cards.enumerated() {
      if place > 0 { json += ",\n".utf8 }
      json += card
    }
    json.append(UInt8(ascii: "]"))
    return IndexFile(kind: "b", json: json)
  }
}
