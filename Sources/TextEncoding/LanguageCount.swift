/// Counts words and letters of Markdown texts, and tells which language most of them is written in.
///
/// In Latin letters, the function words that one language alone has are counted; elsewhere the letters. Code,
/// tags and addresses are no words of a language.
///
///     var count = LanguageCount()
///     for text in texts { count.add(text[...]) }
///     count.finding  // .clear("en")
package struct LanguageCount: Sendable {
  /// What the texts say of their language.
  package enum Finding: Equatable, Sendable {
    /// Its tag, once no other comes near.
    case clear(String)
    /// None by a wide margin.
    case unclear
    /// There are too few words to tell.
    case tooShort
  }

  /// How many words make a text long enough to tell its language.
  private static let enoughWords = 40
  /// How many words make it worth saying that the language is not clear.
  private static let manyWords = 200
  /// How many times as many words as the next language the first must have.
  private static let margin = 3
  /// The words of a language for each that it alone has and that is counted: in real texts four to six.
  private static let wordsForOne = 4

  /// The words in Latin letters.
  private var words = 0
  /// Of each of ``FunctionWords/languages``, the words that it alone has.
  private var functionWords = [Int](repeating: 0, count: FunctionWords.languages.count)
  /// The letters of each of ``WritingScript``.
  private var letters = [Int](repeating: 0, count: WritingScript.allCases.count)

  package init() {}

  /// Counts a word in Latin letters; nil for one too long for ``FunctionWords``.
  mutating func note(word key: UInt64?) {
    words += 1
    if let place = key.flatMap(FunctionWords.place) { functionWords[place] += 1 }
  }

  /// Counts a letter beyond the Latin ones.
  mutating func note(_ letter: WritingScript) { letters[letter.rawValue] += 1 }

  // MARK: Finding

  /// The language that most of what was counted is written in.
  package var finding: Finding {
    let inLatin = zip(FunctionWords.languages, functionWords).map { ($0, $1 * Self.wordsForOne) }
    let beyond = wordsBeyondLatin
    let sorted = (inLatin + beyond).sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    let all = words + beyond.reduce(0) { $0 + $1.1 }
    guard let best = sorted.first, best.1 >= Self.enoughWords else {
      return all < Self.manyWords ? .tooShort : .unclear
    }
    let next = sorted.dropFirst().first?.1 ?? 0
    // What is in Latin letters is in the language once a tenth of its words are its own; elsewhere Latin words
    // are names.
    let isMost =
      inLatin.contains { $0.0 == best.0 }
      ? best.1 * 10 >= words * Self.wordsForOne : best.1 * 2 >= words
    guard !best.0.isEmpty, best.1 >= Self.margin * next, isMost else {
      return all < Self.manyWords ? .tooShort : .unclear
    }
    return .clear(best.0)
  }

  private func count(_ scripts: WritingScript...) -> Int {
    scripts.reduce(0) { $0 + letters[$1.rawValue] }
  }

  /// The words of languages in other scripts, from the letters of a word of theirs; no tag for those that
  /// are not told.
  private var wordsBeyondLatin: [(String, Int)] {
    let cyrillic = count(.cyrillic, .russian, .ukrainian, .otherCyrillic)
    let arabic = count(.arabic, .persian, .otherArabic)
    let japanese = count(.kana, .han)
    return [
      ("el", count(.greek) / 5), ("he", count(.hebrew) / 4), ("th", count(.thai) / 4),
      ("ko", count(.hangul) / 2),
      // Chinese has no kana, and no Japanese goes without for long.
      (count(.kana) * 10 >= japanese ? "ja" : "zh", japanese / 2),
      (cyrillicLanguage(of: cyrillic), cyrillic / 5), (arabicLanguage(of: arabic), arabic / 4),
      ("", count(.other) / 4),
    ]
  }

  private func cyrillicLanguage(of all: Int) -> String {
    let (russian, ukrainian) = (count(.russian) * 100 >= all, count(.ukrainian) * 50 >= all)
    if russian == ukrainian || count(.otherCyrillic) * 100 >= all { return "" }
    return russian ? "ru" : "uk"
  }

  private func arabicLanguage(of all: Int) -> String {
    if count(.otherArabic) * 100 >= all { return "" }
    return count(.persian) * 50 >= all ? "fa" : "ar"
  }
}
