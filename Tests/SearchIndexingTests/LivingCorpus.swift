@testable import SearchIndexing

/// Numbers that are the same each time.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 29) &* 0xFF51_AFD7_ED55_8CCD
  }
}

/// Pages that are edited at random, as a writer would, and worse.
struct LivingCorpus {
  /// The forms of some stems, all of which may be used, or none.
  private static let families = [
    ["habitant", "habitants", "habitante", "habitantes"], ["réunion", "réunions"],
    ["œuvre", "œuvres"], ["national", "nationale", "nationaux", "nationalement"],
  ]
  private static let minor = ["le", "la", "avec", "que"]

  private(set) var pages: [SearchDocument] = []
  private var numbers: SeededNumbers

  init(pages count: Int, seed: UInt64) {
    numbers = SeededNumbers(state: seed)
    for number in 0..<count {
      let words = (0..<35).map { _ in word() }
      pages.append(
        SearchDocument(
          url: "fiches/\(number * 7919 % 1009)/", title: "Fiche \(word()) \(number)",
          summary: "Résumé \(words.prefix(30).joined(separator: " "))",
          type: SearchTerm(id: "methode", label: "Méthode"),
          tags: [SearchTerm(id: "t\(number % 7)", label: "Étiquette \(number % 7)")],
          passages: [
            SearchPassage(heading: "Titre \(word())", text: LivingCorpus.text(words))
          ]))
    }
  }

  private static func text(_ words: [String]) -> [UInt8] {
    // « commun » is on every page, and often more than once.
    Array((words + ["commun"]).joined(separator: " ").utf8)
  }

  /// A word: rare, of a family, minor, or one that many pages have.
  private mutating func word() -> String {
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0..<4: return "mot\(letters(Int.random(in: 0..<3000, using: &numbers)))"
    case 4:
      return Self.families.randomElement(using: &numbers)?.randomElement(using: &numbers) ?? ""
    case 5: return Self.minor.randomElement(using: &numbers) ?? ""
    default: return "terme\(letters(Int.random(in: 0..<40, using: &numbers)))"
    }
  }

  private func letters(_ number: Int) -> String {
    String(number, radix: 26).map { String(UnicodeScalar(UInt8(97 + ($0.hexDigitValue ?? 20)))) }
      .joined() + String(number % 10)
  }

  /// Edits a page in one of many ways, and returns its number.
  mutating func edit() -> Int {
    let number = Int.random(in: pages.indices, using: &numbers)
    let word = word()
    var page = pages[number]
    let heading = page.passages[0].heading
    var words = String(decoding: page.passages[0].text, as: UTF8.self).split(separator: " ")
      .map(String.init)
    switch Int.random(in: 0..<19, using: &numbers) {
    case 0, 1: words.append(word)
    case 2: words.insert(word, at: Int.random(in: 0...words.count, using: &numbers))
    case 3: words.remove(at: Int.random(in: words.indices, using: &numbers))
    case 4: words = words.filter { $0 != words[0] } + [word]
    case 5: words += [word, word, word, word]
    case 6: page.title = "Fiche \(word) \(number)"
    case 7: page.title = word
    case 8: page.summary = "Résumé \(word)"
    case 9: page.tags.append(SearchTerm(id: word, label: "Étiquette \(word)"))
    case 10: page.tags = []
    case 11: page.type = SearchTerm(id: word, label: word)
    case 12:
      page.facets = [.init(name: "phase", label: "Phase", values: [.init(id: word, label: word)])]
    case 13: page.ranges = [.init(name: "duree", label: "Durée", unit: "min", low: 3, high: 9)]
    case 15: page.names = page.names.isEmpty ? ["\(word) \(number)", word] : []
    case 16: page.isSecondary.toggle()
    case 17: page.subjects = [word]
    case 14: page.lang = page.lang == "fr" ? "en" : "fr"
    default: words.append("forme\(number)s")
    }
    page.passages = [
      SearchPassage(heading: heading, text: Array(words.joined(separator: " ").utf8))
    ]
    pages[number] = page
    return number
  }

  /// Puts back what a page was.
  mutating func restore(_ page: SearchDocument, at number: Int) { pages[number] = page }
}
