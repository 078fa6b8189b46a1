/// What the files of a larger site hold, by name.
struct IndexLayout: Sendable, Equatable {
  /// A file of words.
  struct Shard: Sendable, Equatable {
    let first: WordKey
    let file: String
    let positions: String
  }

  /// A file of forms.
  struct Spelling: Sendable, Equatable {
    let firstForm: [UInt8]
    let file: String
  }

  /// The start of the root, up to the facets, and the files that it names.
  var head: IndexHead
  /// The synonyms as the root holds them.
  var synonyms: String
  var shards: [Shard]
  var forward: [Spelling]
  var backward: [Spelling]
  var blocks: [String]

  /// The names of all files but the root, and but those that ``rootFiles`` makes.
  var names: [String] {
    head.files + shards.flatMap { [$0.file, $0.positions] }
      + (forward + backward).map(\.file) + blocks
  }

  /// The root, and the files that are made from names alone.
  var rootFiles: [IndexFile] {
    var root = IndexRoot(head, synonyms: synonyms)
    root.addRun(shards.map { ($0.first.form, $0.file) }, as: "shards")
    root.addRun(forward.map { ($0.firstForm[...], $0.file) }, as: "forward")
    root.addRun(backward.map { ($0.firstForm[...], $0.file) }, as: "backward")
    root.addBlocks(blocks)
    // The root holds no words of its own.
    let none = TermShard.positionsFile([])
    let phrases = root.addPositions([none.name] + shards.map(\.positions))
    return [root.file(), phrases, none]
  }
}
