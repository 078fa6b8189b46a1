import TextEncoding

/// The index of a book: its titles, the other names of its sheets and their tags, as a dictionary has
/// them.
struct BookIndex {
  struct Entry {
    let word: String
    /// The chapters that it leads to, by their numbers, in order.
    let chapters: [Int]
  }

  /// The entries, by the letter that they start with; those without a letter come first.
  let letters: [(letter: String, entries: [Entry])]

  init(_ book: Book) {
    var chapters: [String: (word: String, sorted: String, chapters: [Int])] = [:]
    for (number, chapter) in book.chapters.enumerated() {
      for (place, word) in ([chapter.title] + chapter.indexWords).enumerated() {
        let key = Slug.make(from: word)
        guard !key.isEmpty else { continue }
        let sorted = place == 0 ? Self.withoutArticle(word, in: chapter.language) : word
        var entry = chapters[key] ?? (word, sorted, [])
        if entry.chapters.last != number { entry.chapters.append(number) }
        chapters[key] = entry
      }
    }
    let sorted = chapters.values.map { entry in
      (
        key: entry.sorted.sortingKey(in: book.language),
        Entry(word: entry.word, chapters: entry.chapters)
      )
    }.sorted { $0.key < $1.key }
    var letters: [(letter: String, entries: [Entry])] = []
    for (key, entry) in sorted {
      let letter = key.letter ?? ""
      if letters.last?.letter == letter {
        letters[letters.count - 1].entries.append(entry)
      } else {
        letters.append((letter, [entry]))
      }
    }
    self.letters = letters
  }

  /// A title without the article at its start: « Le café » is found under C.
  private static func withoutArticle(_ title: String, in language: String) -> String {
    guard language.hasPrefix("fr"),
      let match = title.prefixMatch(of: /(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es)\s+|[Ll][’'])(?=\w)/)
    else { return title }
    return String(title[match.range.upperBound...])
  }
}
