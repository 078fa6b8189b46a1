import ByteCoding

/// A page that has changed since the base was made, as it is now.
struct PageChange: Sendable {
  /// Its number in the order of the site.
  let page: Int
  /// Its words, each once, by the numbers that ``words`` gives them.
  let keys: [WordKey]
  let words: PageWords
  let card: [UInt8]
  let facts: PageFacts

  init(page: Int, _ analyzed: AnalyzedPage) {
    self.page = page
    let (record, table) = (analyzed.record, analyzed.words)
    var keys: [WordKey] = []
    var numbers: [Int: UInt32] = [:]
    func number(_ word: Int) -> UInt32 {
      if let known = numbers[word] { return known }
      numbers[word] = UInt32(keys.count)
      keys.append(WordKey(form: table.form(word), stem: table.key(word)))
      return UInt32(keys.count - 1)
    }
    var reader = PageReader(page: page)
    let tokens = record.tokens.map { token in
      _ = reader.read(token) { Vocabulary.Place(isMinor: table.entries[$0].isMinor) }
      return Token.renumbered(token, number)
    }
    let minorWords = record.minorWords.map { number(Int($0)) }
    words = PageWords(tokens: tokens, minorWords: minorWords, nameLengths: reader.nameLengths)
    self.keys = keys
    card = record.card
    facts = record.facts
  }

  /// The words by the numbers of a lexicon, which learns those that it lacks.
  func words(in lexicon: inout Lexicon) -> PageWords {
    let entries = keys.map { UInt32(lexicon.add($0)) }
    return PageWords(
      tokens: words.tokens.map { Token.renumbered($0) { entries[$0] } },
      minorWords: words.minorWords.map { entries[Int($0)] }, nameLengths: words.nameLengths)
  }
}

extension Token {
  /// Returns the token with another number for its word.
  static func renumbered(_ token: UInt32, _ number: (Int) -> UInt32) -> UInt32 {
    token & field != 0 ? token : token & ~(maxWords - 1) | number(Token.number(token))
  }
}

extension ByteWriter {
  mutating func write(_ change: PageChange) {
    write(change.page)
    write(change.keys) { $0.write($1) }
    write(change.words)
    write(bytes: change.card[...])
    write(change.facts)
  }

  mutating func write(_ key: WordKey) {
    write(bytes: key.form)
    write(bytes: key.stem)
  }
}

extension ByteReader {
  mutating func pageChange() throws(CorruptData) -> PageChange {
    let page = try number()
    let keys = try list { reader throws(CorruptData) in try reader.wordKey() }
    return PageChange(
      page: page, keys: keys, words: try pageWords(entries: keys.count), card: Array(try slice()),
      facts: try pageFacts())
  }

  mutating func wordKey() throws(CorruptData) -> WordKey {
    WordKey(form: try slice(), stem: try slice())
  }
}

extension PageChange {
  fileprivate init(
    page: Int, keys: [WordKey], words: PageWords, card: [UInt8], facts: PageFacts
  ) {
    self.page = page
    self.keys = keys
    self.words = words
    self.card = card
    self.facts = facts
  }
}
