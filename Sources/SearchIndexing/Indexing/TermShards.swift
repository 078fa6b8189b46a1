/// The dictionary and its postings, in the order of the forms, cut by bytes.
///
/// A group is in every shard whose range holds one of its forms: once, but for the few that a cut
/// separates.
struct TermShards {
  /// A shard is cut once it has this many bytes and its next form allows it, or the most bytes.
  static let fewestBytes = 9_000
  static let mostBytes = 18_000

  /// The groups that the root holds, if it holds any.
  private(set) var core: TermShard?
  private(set) var shards: [TermShard] = []
  private let vocabulary: Vocabulary
  private let written: [WrittenGroup]

  init(_ vocabulary: Vocabulary, _ occurrences: Occurrences) {
    self.vocabulary = vocabulary
    var writer = PostingWriter(occurrences)
    written = vocabulary.groups.indices.map { writer.write($0) }
  }

  /// How many pages each group is on.
  var pageCounts: [Int] { written.map(\.pages) }

  /// Spreads the groups between the root, where it may have some, and the shards.
  /// - Parameter core: which groups go to the root.
  mutating func distribute(core isInCore: (WrittenGroup) -> Bool) {
    var lastShard = written.map { isInCore($0) ? Int.max : -1 }
    shards = []
    core = lastShard.contains(Int.max) ? TermShard(firstForm: []) : nil
    for group in written.indices where lastShard[group] == Int.max {
      core?.append(vocabulary.groups[group], written[group])
    }
    for (form, group) in vocabulary.formsInOrder where lastShard[group] != Int.max {
      if shards.isEmpty || mayCut(before: form) { shards.append(TermShard(firstForm: form)) }
      let shard = shards.count - 1
      guard lastShard[group] != shard else { continue }
      lastShard[group] = shard
      shards[shard].append(vocabulary.groups[group], written[group])
    }
  }

  private func mayCut(before form: [UInt8]) -> Bool {
    guard let shard = shards.last, shard.count >= TermShards.fewestBytes else { return false }
    if shard.count >= TermShards.mostBytes { return true }
    // The cut depends on the words around it alone, so that a change elsewhere does not move it.
    var hash: UInt32 = 2_166_136_261
    for byte in form { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return (hash >> 7) & 15 == 0
  }
}
