import ByteCoding

/// The big parts of the base, of which only what an update needs is read.
struct BaseParts: Sendable {
  /// By group: the postings as published.
  let postings: PartTable
  /// By group: all postings, when the published list is cut short.
  let lists: PartTable
  let positions: PartTable
  /// By page.
  let words: PartTable
  let cards: PartTable
  let facts: PartTable

  var all: [PartTable] { [postings, lists, positions, words, cards, facts] }
}
