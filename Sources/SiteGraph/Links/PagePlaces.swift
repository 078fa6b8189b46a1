import MarkdownRendering
import TextEncoding

/// The places of the text of one page, by their ids, and by the letters that other tools make ids of.
struct PagePlaces: Sendable {
  private var ids: Set<String>
  /// The headings whose id has some letters, or else whose words have.
  private var headingsByID: [String: String] = [:]
  private var headingsByWords: [String: [String]] = [:]
  /// The headings whose words hold a sign that HTML has a name for, by that name: docsify writes
  /// `l39eau` for « l'eau ».
  private var headingsByEntities: [String: String] = [:]

  /// The letters of the title, which is at the top of the page.
  private let title: String
  /// The ids of the headings without a Latin letter, in their order, which MkDocs numbers from `_1`; the
  /// top of the page is empty.
  private var unnamed: [String]

  /// - Complexity: O(*n*) in the number of headings.
  init(_ headings: [DocumentHeading], anchors: [String], title: String) {
    ids = Set(anchors)
    self.title = Self.letters(title)
    unnamed = Self.isUnnamed(title) ? [""] : []
    for heading in headings {
      if Self.isUnnamed(heading.text) { unnamed.append(heading.id) }
      ids.insert(heading.id)
      let letters = Self.letters(heading.id)
      if headingsByID[letters] == nil { headingsByID[letters] = heading.id }
      headingsByWords[Self.letters(heading.text), default: []].append(heading.id)
      if let named = Self.namingSigns(in: heading.text) {
        let letters = Self.letters(named)
        if headingsByEntities[letters] == nil { headingsByEntities[letters] = heading.id }
      }
    }
  }

  /// Returns the heading that a name means which is no id, empty for the title: the same letters and
  /// digits, whatever stands between them, or the number that GitHub and MkDocs give the next heading of
  /// the same words, from 1.
  func heading(meantBy name: String) -> String? {
    if ids.contains(name) { return nil }
    if name.first == "_", let number = Int(name.dropFirst()) {
      return unnamed.indices.contains(number - 1) ? unnamed[number - 1] : nil
    }
    let letters = Self.letters(name)
    guard !letters.isEmpty else { return nil }
    if let id = headingsByID[letters] ?? headingsByWords[letters]?.first { return id }
    if let id = headingsByEntities[letters] { return id }
    if letters == title { return "" }
    if let hyphen = name.lastIndex(where: { $0 == "-" || $0 == "_" }),
      let number = Int(name[name.index(after: hyphen)...]),
      let numbered = headingsByWords[Self.letters(String(name[..<hyphen]))],
      numbered.indices.contains(number)
    {
      return numbered[number]
    }
    return Self.note(named: name)
  }

  /// Returns the id of the note, or of its call, that other tools name `fn:1`, `fn1` or
  /// `user-content-fn-1`; nil where that is its own.
  private static func note(named name: String) -> String? {
    let prefix = "user-content-"
    let rest = name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]
    for kind in ["fnref", "fn"] where rest.hasPrefix(kind) {
      var number = rest.dropFirst(kind.count)
      if number.first == ":" || number.first == "-" { number = number.dropFirst() }
      guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      let id = "\(kind)-\(number)"
      return id == name ? nil : id
    }
    return nil
  }

  private static func isUnnamed(_ text: String) -> Bool {
    !text.utf8.contains { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
  }

  /// Returns a text with the signs that HTML has names for by these names; nil when it holds none.
  private static func namingSigns(in text: String) -> String? {
    var named = ""
    for character in text {
      switch character {
      case "'", "’": named += "39"
      case "\"", "“", "”": named += "quot"
      case "&": named += "amp"
      case "<": named += "lt"
      case ">": named += "gt"
      default: named.append(character)
      }
    }
    return named == text ? nil : named
  }

  private static func letters(_ text: String) -> String {
    Slug.make(from: text).replacing("-", with: "")
  }
}
