/// The fields of a page, by weight.
enum Field: UInt32, CaseIterable {
  case title = 0
  case tags = 1
  case headings = 2
  case summary = 3
  case body = 4
}

/// A step in the stream of words of a page, in 32 bits: a word, words left out, or a new field.
enum Token {
  /// Set on a word that stands where the one before it stands.
  static let samePosition: UInt32 = 1 << 31
  /// Set on what is not a word: the low bits count positions without a word.
  static let control: UInt32 = 1 << 30
  /// Set on a control that opens a field: the low bits are the field.
  static let field: UInt32 = 1 << 29
  /// The low bits: the number of a word, a count or a field.
  static let value: UInt32 = 1 << 29 - 1
  /// The positions between two fields, so that no phrase spans them.
  static let fieldGap: UInt32 = 8
}
