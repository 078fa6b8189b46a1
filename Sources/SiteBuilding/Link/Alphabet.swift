import ContentModel
import TextFolding

/// The sheets of a site by the first letter of their titles.
struct Alphabet: Sendable {
  /// The sheets whose titles start with one letter, or with none of them.
  struct Letter: Sendable {
    /// The letter as readers see it.
    let label: String
    /// The letter in ids and addresses.
    let id: String
    /// The sheets, in the order of the site.
    var sheets: [Int]

    /// The folder of the page of the letter, when letters have pages of their own.
    var folder: String { SitePlan.alphabetFolder + id + "/" }
  }

  /// From this many sheets on, each letter has a page of its own.
  private static let mostOnOnePage = 1_000

  /// The letters that have sheets, what starts with no letter first.
  let letters: [Letter]
  /// Whether each letter has a page of its own.
  let isSplit: Bool

  /// Groups sheets; the home page is left out.
  ///
  /// - Complexity: O(*n*) in the number of sheets.
  init(_ sheets: [Sheet]) {
    var letters: [String: Letter] = [:]
    for (index, sheet) in sheets.enumerated() where !sheet.id.isEmpty {
      let first = sheet.sortingKey.folded.first.flatMap { $0.isLetter ? String($0) : nil } ?? ""
      letters[first, default: Self.letter(first)].sheets.append(index)
    }
    self.letters = letters.sorted { $0.key < $1.key }.map(\.value)
    isSplit = sheets.count > Self.mostOnOnePage
  }

  private static func letter(_ first: String) -> Letter {
    first.isEmpty
      ? Letter(label: "0–9", id: "0-9", sheets: [])
      : Letter(label: first.uppercased(), id: first, sheets: [])
  }
}
