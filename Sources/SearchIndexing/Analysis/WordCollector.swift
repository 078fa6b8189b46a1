/// Turns words into numbers and keeps those of a page in reading order.
struct WordCollector: ~Copyable {
  private(set) var words = WordTable()
  private(set) var tokens: [UInt32] = []
  /// The words of the page that were left out as minor, each once.
  private(set) var minorWords: [UInt32] = []
  /// The last page that each minor word was left out of.
  private var lastPages: [UInt32] = []
  private var page: UInt32 = 0
  private let french = Stemmer(.french)
  private let english = Stemmer(.english)
  private var language = AnalysisLanguage.french
  private var field = Field.title
  private var gap: UInt32 = 0
  private let stopWords: [Set<[UInt8]>]
  /// The digits that three more may follow: « 10 » of « 10 000 ».
  private var digits: [UInt8] = []

  /// Ends the key of words in « é », « ée », « és »… : « marché » is not « marche », nor « cité » « citer ».
  static let acute = UInt8(ascii: "'")

  init() {
    stopWords = AnalysisLanguage.allCases.map { language in
      Set(StopWords.list(language).split(separator: " ").map { Array($0.utf8) })
    }
  }

  /// Starts a page.
  mutating func startDocument(language: AnalysisLanguage) {
    self.language = language
    gap = 0
    page += 1
    tokens.removeAll(keepingCapacity: true)
    minorWords.removeAll(keepingCapacity: true)
  }

  /// Opens a field: what follows belongs to it.
  mutating func start(_ field: Field) {
    digits = []
    self.field = field
    gap = 0
    tokens.append(Token.field | field.rawValue)
  }

  /// Adds a lower-case word, at the next position or at that of the word before it; digits by three,
  /// as one number too.
  /// - Precondition: `word` is followed by at least seven readable bytes.
  @inline(__always)
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, samePosition: Bool = false) {
    let isNumber = !word.isEmpty && word[0] <= UInt8(ascii: "9")
    if isNumber || !digits.isEmpty { follow(word, samePosition: samePosition) }
    append(word, samePosition: samePosition)
    if digits.count > 3 { appendDigits() }
  }

  /// Keeps the digits of a number that groups of three make up.
  private mutating func follow(_ word: UnsafeBufferPointer<UInt8>, samePosition: Bool) {
    let isNumber = word.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, !samePosition, word.count == 3, !digits.isEmpty, gap == 0, digits.count <= 12 {
      digits += word
    } else {
      digits = isNumber && !samePosition && word.count <= 3 ? Array(word) : []
    }
  }

  /// Adds the number that several groups of digits make up: « 10000 » beside « 10 000 ».
  private mutating func appendDigits() {
    // Words are read eight bytes at a time.
    let padded = digits + [UInt8](repeating: 0, count: 8)
    let count = digits.count
    padded.withUnsafeBufferPointer {
      append(UnsafeBufferPointer(rebasing: $0[..<count]), samePosition: true)
    }
  }

  @inline(__always)
  private mutating func append(_ word: UnsafeBufferPointer<UInt8>, samePosition: Bool) {
    guard word.count <= WordTable.maxWord, !word.isEmpty else {
      return skip(samePosition: samePosition)
    }
    let hash = WordTable.hash(word, language: language.rawValue)
    let match =
      words.find(word, hash: hash, language: language.rawValue) ?? learn(word, hash: hash)
    guard field == .title || !match.isMinor else {
      leaveOut(match.number)
      return skip(samePosition: samePosition)
    }
    guard match.number < Token.maxWords else { return skip(samePosition: samePosition) }
    let token = match.number | min(gap, Token.maxGap) << 24
    gap = 0
    tokens.append(samePosition ? token | Token.samePosition : token)
  }

  /// Leaves a position without a word.
  @inline(__always)
  mutating func skip(samePosition: Bool = false) {
    if !samePosition { gap += 1 }
  }

  /// Remembers that the page has a minor word.
  private mutating func leaveOut(_ word: UInt32) {
    let number = Int(word)
    while lastPages.count <= number { lastPages.append(0) }
    guard lastPages[number] != page else { return }
    lastPages[number] = page
    minorWords.append(word)
  }

  /// Analyses a word met for the first time: stem with its accents, then fold.
  private mutating func learn(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordTable.Match {
    var form: [UInt8] = []
    Folding.append(word, to: &form)
    var key: [UInt8] = []
    let replacement = language == .french ? FrenchPlurals.replacement(for: word) : nil
    if language == .french, replacement?.last ?? word.last == UInt8(ascii: "a") {
      // A noun: « persona » is no form of the verb that would have « personne » for a relative.
      (replacement ?? Array(word)).withUnsafeBufferPointer { Folding.append($0, to: &key) }
    } else if let replacement {
      replacement.withUnsafeBufferPointer { appendStem($0, to: &key) }
    } else {
      appendStem(word, to: &key)
    }
    if key.isEmpty { key = form }
    if language == .french, FrenchPlurals.endsInAcute(word) { key.append(Self.acute) }
    let isLetter = form.count == 1 && !(0x30...0x39).contains(form[0])
    let isMinor = isLetter || stopWords[Int(language.rawValue)].contains(form)
    let number = words.insert(
      word, hash: hash, language: language.rawValue, form: form, key: key, isMinor: isMinor)
    return WordTable.Match(number: number, isMinor: isMinor)
  }

  private func appendStem(_ word: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    switch language {
    case .french: french.stem(word) { Folding.append($0, to: &key) }
    case .english: english.stem(word) { Folding.append($0, to: &key) }
    case .breton, .other: Folding.append(word, to: &key)
    }
  }
}
