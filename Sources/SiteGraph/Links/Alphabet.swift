package import ContentModel
import TextEncoding

/// The sheets of a site by the first letter of their titles.
package struct Alphabet: Sendable {
  /// The sheets whose titles start with one letter, or with none of them.
  package struct Letter: Sendable {
    /// The letter as readers see it.
    package let label: String
    /// The letter in ids and addresses.
    package let id: String
    /// Its place among the letters of the language.
    fileprivate let rank: SortingKey
    /// The sheets, in the order of the site.
    package var sheets: [Int]
  }

  /// From this many sheets on, each letter has a page of its own.
  private static let maxOnOnePage = 1_000

  /// The letters that have sheets, what starts with no letter first.
  package let letters: [Letter]
  /// Whether each letter has a page of its own.
  package let isSplit: Bool

  /// Groups sheets; the home page is left out.
  ///
  /// - Complexity: O(*n*) in the number of sheets.
  package init(_ sheets: [Sheet], language: String) {
    var letters: [String: Letter] = [:]
    for (index, sheet) in sheets.enumerated() where !sheet.id.isEmpty && !sheet.isUnlisted {
      let first = sheet.sortingKey.letter ?? ""
      letters[first, default: Self.letter(first, language)].sheets.append(index)
    }
    self.letters = letters.values.sorted { $0.rank < $1.rank }
    isSplit = sheets.count > Self.maxOnOnePage
  }

  private static func letter(_ first: String, _ language: String) -> Letter {
    first.isEmpty
      ? Letter(label: "0–9", id: "0-9", rank: "".sortingKey(in: language), sheets: [])
      : Letter(
        label: first, id: Slug.make(from: first), rank: first.sortingKey(in: language),
        sheets: [])
  }
}
