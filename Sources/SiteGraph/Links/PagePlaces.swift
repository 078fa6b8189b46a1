import MarkdownRendering
import TextEncoding

/// The places of the text of one page, by their ids, and by the letters that other tools make ids of.
struct PagePlaces: Sendable {
  private var ids: Set<String>
  /// The headings whose id has some letters, or else whose words have.
  private var headingsByID: [String: String] = [:]
  private var headingsByWords: [String: [String]] = [:]

  /// - Complexity: O(*n*) in the number of headings.
  init(_ headings: [DocumentHeading], anchors: [String]) {
    ids = Set(anchors)
    for heading in headings {
      ids.insert(heading.id)
      let letters = Self.letters(heading.id)
      if headingsByID[letters] == nil { headingsByID[letters] = heading.id }
      headingsByWords[Self.letters(heading.text), default: []].append(heading.id)
    }
  }

  /// Returns the heading that a name means which is no id: the same letters and digits, whatever
  /// stands between them, or the number that GitHub gives the next heading of the same words, from 1.
  func heading(meantBy name: String) -> String? {
    if ids.contains(name) { return nil }
    let letters = Self.letters(name)
    guard !letters.isEmpty else { return nil }
    if let id = headingsByID[letters] ?? headingsByWords[letters]?.first { return id }
    guard let hyphen = name.lastIndex(of: "-"),
      let number = Int(name[name.index(after: hyphen)...]),
      let numbered = headingsByWords[Self.letters(String(name[..<hyphen]))],
      numbered.indices.contains(number)
    else { return nil }
    return numbered[number]
  }

  private static func letters(_ text: String) -> String {
    Slug.make(from: text).replacing("-", with: "")
  }
}
