/// The dictionary and its postings, in the order of the forms, cut by bytes.
///
/// A group is in every shard whose range holds one of its forms: once, but for the few that a cut
/// separates.
struct TermShards {
  /// A shard is cut once it has this many bytes and its next form allows it, or the most bytes.
  static let fewestBytes = 9_000
  static let maxBytes = 18_000

  /// The groups that the root holds, if it holds any.
  private(set) var core: TermShard?
  private(set) var shards: [TermShard] = []

  /// Spreads the groups between the root, where it may have some, and the shards.
  ///
  /// - Parameters:
  ///   - sizes: How many bytes the postings of each group take.
  ///   - isInCore: Which groups go to the root.
  init(_ lexicon: Lexicon, sizes: [Int], core isInCore: (Int) -> Bool = { _ in false }) {
    var lastShard = sizes.indices.map { isInCore($0) ? Int.max : -1 }
    for group in sizes.indices where lastShard[group] == Int.max {
      if core == nil { core = TermShard(first: 0) }
      core?.append(group, of: lexicon, size: sizes[group])
    }
    for entry in lexicon.order {
      let group = Int(lexicon.groups[Int(entry)])
      guard lastShard[group] != Int.max else { continue }
      if shards.isEmpty || mayCut(before: lexicon.forms[Int(entry)]) {
        shards.append(TermShard(first: Int(entry)))
      }
      let shard = shards.count - 1
      guard lastShard[group] != shard else { continue }
      lastShard[group] = shard
      shards[shard].append(group, of: lexicon, size: sizes[group])
    }
  }

  private func mayCut(before form: ArraySlice<UInt8>) -> Bool {
    guard let size = shards.last?.count, size >= TermShards.fewestBytes else { return false }
    if size >= TermShards.maxBytes { return true }
    // The cut depends on the words around it alone, so that a change elsewhere does not move it.
    var hash: UInt32 = 2_166_136_261
    for byte in form { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return (hash >> 7) & 15 == 0
  }
}
