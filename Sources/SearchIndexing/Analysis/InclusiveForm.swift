/// Words written for both genders: « citoyen·nes », « habitant-es », « chef.f.e.s ».
///
/// Both forms are indexed at one position. A full stop or a hyphen counts only before a closed list
/// of endings, so that « vient-elle » and addresses stay as they are.
enum InclusiveForm {
  /// Returns where the endings of an inclusive form start in a run, or nil.
  static func cut(_ run: borrowing WordScratch, _ range: Range<Int>) -> Int? {
    var cut: Int?
    var end = range.upperBound
    for index in range.reversed() {
      let byte = run.bytes[index]
      guard let kind = Connector(rawValue: byte) else { continue }
      let segment = Array(run.slice(index + 1..<end))
      guard isEnding(segment, after: kind) else { break }
      // An « s » alone is the plural of an ending, not an ending.
      cut = segment == plural ? cut : index
      end = index
    }
    guard let cut, cut - range.lowerBound >= 2 else { return nil }
    return cut
  }

  /// Adds the masculine, then the feminine at the same position.
  static func add(
    _ run: borrowing WordScratch, base: Range<Int>, endings: Range<Int>,
    to words: inout WordCollector
  ) {
    var ending = run.slice(endings).filter { Connector(rawValue: $0) == nil }
    var masculine = Array(run.slice(base))
    var feminine: [UInt8]
    if ending.last == plural[0] {
      ending.removeLast()
      feminine = self.feminine(of: masculine, ending: ending) + plural
      let last = masculine.last
      if last != UInt8(ascii: "s"), last != UInt8(ascii: "x") { masculine += plural }
    } else {
      feminine = self.feminine(of: masculine, ending: ending)
    }
    addDraft(masculine, run, to: &words, samePosition: false)
    addDraft(feminine, run, to: &words, samePosition: true)
  }

  private static func addDraft(
    _ word: [UInt8], _ run: borrowing WordScratch, to words: inout WordCollector,
    samePosition: Bool
  ) {
    let count = min(word.count, WordScratch.capacity)
    for index in 0..<count { run.draft[index] = word[index] }
    words.add(UnsafeBufferPointer(start: run.draft, count: count), samePosition: samePosition)
  }

  /// Returns the feminine singular of a masculine and the ending written after its dot.
  ///
  /// The ending replaces what it repeats: « usager·ère » is « usagère », « acteur·rice » « actrice »;
  /// otherwise it follows: « citoyen·ne » is « citoyenne ».
  static func feminine(of masculine: [UInt8], ending: [UInt8]) -> [UInt8] {
    for (dropped, replacing) in replacements
    where ending == replacing && masculine.suffix(dropped.count).elementsEqual(dropped) {
      return masculine.dropLast(dropped.count) + ending
    }
    guard ending.count >= 3, let first = ending.first else { return masculine + ending }
    let anchor = first == 0xC3 ? UInt8(ascii: "e") : first
    if let start = masculine.lastIndex(of: anchor), masculine.count - start <= 5,
      start >= 2, start < masculine.count - 1 || anchor == UInt8(ascii: "e")
    {
      return masculine[..<start] + ending
    }
    return masculine + ending
  }

  private enum Connector: UInt8 {
    case middleDot = 1
    case hyphen = 0x2D
    case stop = 0x2E
  }

  private static func isEnding(_ segment: [UInt8], after connector: Connector) -> Bool {
    switch connector {
    case .middleDot: segment.count <= 7
    case .stop: endings.contains(segment) || endingsAfterStop.contains(segment)
    case .hyphen: endings.contains(segment)
    }
  }

  private static let plural = Array("s".utf8)

  private static let replacements = [
    ("eur", "rice"), ("teur", "trice"), ("eur", "euse"), ("r", "se"), ("x", "se"), ("f", "ve"),
    ("er", "ère"), ("ier", "ière"), ("en", "enne"), ("el", "elle"), ("eau", "elle"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let endings: Set<[UInt8]> = Set(
    """
    s e es ne nes se ses ve ves he hes rice rices trice trices atrice atrices euse euses teuse \
    teuses ère ères ière ières ere eres esse esses sse sses enne ennes ienne iennes onne onnes ive \
    ives ale ales
    """.split(separator: " ").map { Array($0.utf8) })

  private static let endingsAfterStop: Set<[UInt8]> = Set(
    "le les te tes f fe fes l n t x elle elles".split(separator: " ").map { Array($0.utf8) })
}
