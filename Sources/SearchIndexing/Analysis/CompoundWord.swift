/// A run of letters with connectors: elisions, inclusive forms, hyphenated words.
enum CompoundWord {
  private static let apostrophe = UInt8(ascii: "'")
  private static let hyphen = UInt8(ascii: "-")
  private static let stop = UInt8(ascii: ".")

  /// Adds the words of a run to a collector.
  static func add(_ run: borrowing WordScratch, to words: inout WordCollector) {
    let whole = withoutElision(run, 0..<run.count)
    if isAbbreviation(run, whole) {
      addAbbreviation(run, whole, to: &words)
    } else if let cut = InclusiveForm.cut(run, whole) {
      let base = whole.lowerBound..<cut
      if run.slice(base).contains(hyphen) || run.slice(base).contains(stop) {
        addPieces(run, base, to: &words)
      } else {
        InclusiveForm.add(run, base: base, endings: cut..<whole.upperBound, to: &words)
      }
    } else {
      addPieces(run, whole, to: &words)
    }
  }

  /// Whether full stops separate single letters, as those of an abbreviation.
  private static func isAbbreviation(
    _ run: borrowing WordScratch, _ range: Range<Int>
  ) -> Bool {
    var (letters, stops) = (0, 0)
    for index in range {
      let byte = run.bytes[index]
      if byte == stop {
        guard letters == 1 else { return false }
        stops += 1
        letters = 0
      } else if byte & 0xC0 != 0x80 {
        let isLetter = byte >= 0x80 || (0x61...0x7A).contains(byte)
        guard isLetter else { return false }
        letters += 1
      }
    }
    return stops > 0 && letters == 1
  }

  /// Adds the letters of an abbreviation as one word.
  private static func addAbbreviation(
    _ run: borrowing WordScratch, _ range: Range<Int>, to words: inout WordCollector
  ) {
    var count = 0
    for index in range where run.bytes[index] != stop {
      run.draft[count] = run.bytes[index]
      count += 1
    }
    words.add(UnsafeBufferPointer(start: run.draft, count: count))
  }

  /// Adds the parts between full stops and middle dots: those of an address, a version.
  private static func addPieces(
    _ run: borrowing WordScratch, _ range: Range<Int>, to words: inout WordCollector
  ) {
    var start = range.lowerBound
    for index in range
    where run.bytes[index] == stop || run.bytes[index] == WordScratch.middleDot {
      addHyphenated(run, start..<index, to: &words)
      start = index + 1
    }
    addHyphenated(run, start..<range.upperBound, to: &words)
  }

  /// Adds the parts of a hyphenated word, and the whole at the position of its first part.
  private static func addHyphenated(
    _ run: borrowing WordScratch, _ range: Range<Int>, to words: inout WordCollector
  ) {
    var start = range.lowerBound
    for index in range where run.bytes[index] == hyphen {
      addPart(run, start..<index, to: &words)
      if start == range.lowerBound {
        addCopy(run, withoutElision(run, range), to: &words, samePosition: true)
      }
      start = index + 1
    }
    addPart(run, start..<range.upperBound, to: &words)
  }

  private static func addPart(
    _ run: borrowing WordScratch, _ range: Range<Int>, to words: inout WordCollector
  ) {
    addCopy(run, withoutElision(run, range), to: &words, samePosition: false)
  }

  private static func addCopy(
    _ run: borrowing WordScratch, _ range: Range<Int>, to words: inout WordCollector,
    samePosition: Bool
  ) {
    words.add(run.slice(range), samePosition: samePosition)
  }

  /// Moves the start of a range beyond its elided words: « l’ », « jusqu’ », but not Breton « c’h ».
  private static func withoutElision(_ run: borrowing WordScratch, _ range: Range<Int>)
    -> Range<Int>
  {
    var start = range.lowerBound
    for index in range where run.bytes[index] == apostrophe {
      guard isElided(run.slice(start..<index)), index + 1 < range.upperBound,
        !isSomebody(run.slice(start..<range.upperBound))
      else { break }
      let isBreton =
        index - start == 1 && run.bytes[start] == UInt8(ascii: "c")
        && run.bytes[index + 1] == UInt8(ascii: "h")
      if isBreton { break }
      start = index + 1
    }
    return start..<range.upperBound
  }

  /// Whether a run is « quelqu’un » or one of its forms, which is one word.
  private static func isSomebody(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    (9...12).contains(run.count) && somebody.contains { $0.elementsEqual(run) }
  }

  private static let somebody = ["un", "une", "uns", "unes"].map { Array("quelqu'\($0)".utf8) }

  /// Whether a word is one that loses its last vowel before another.
  static func isElided(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch word.count {
    case 1: return letters.contains(word[0])
    case 2...7: return longer.contains { $0.elementsEqual(word) }
    default: return false
    }
  }

  private static let letters = Array("lmtnsjdc".utf8)
  private static let longer = "qu jusqu quoiqu lorsqu puisqu presqu quelqu entr"
    .split(separator: " ").map { Array($0.utf8) }
}
