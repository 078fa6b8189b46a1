/// What the analysis made of one surface word, once for all its occurrences.
struct WordEntry: Sendable {
  /// Where its bytes start in the arena: the word, then its folded form, then its folded stem.
  var offset: UInt32
  var hash: UInt32
  var wordLength: UInt8
  var formLength: UInt8
  var keyLength: UInt8
  /// Whether it counts in titles alone.
  var isMinor: Bool
  /// Whether no page has it any more.
  var isUnused = false
}
