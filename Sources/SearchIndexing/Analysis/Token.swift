/// A step in the stream of words of a page, in 32 bits: a word, or a new field.
///
/// A word has its number, the positions without a word before it, and whether it stands where the
/// word before it stands.
enum Token {
  /// Set on a word at the same position as the one before it.
  static let samePosition: UInt32 = 1 << 31
  /// Set on what opens a field: the low bits are the field.
  static let field: UInt32 = 1 << 30
  /// The most positions left out that a word remembers.
  static let maxGap: UInt32 = 63
  /// The most words that a worker tells apart; more are left out.
  static let maxWords: UInt32 = 1 << 24
  /// The positions between two fields, so that no phrase spans them.
  static let fieldGap = 8

  /// Returns the number of the word, or the field.
  static func number(_ token: UInt32) -> Int { Int(token & (maxWords - 1)) }

  /// Returns how many positions before the word have none.
  static func gap(_ token: UInt32) -> Int { Int(token >> 24 & maxGap) }
}
