package import ContentModel
package import Diagnostics
import MarkdownRendering

/// What French typography does not allow, and the build does not mend by itself.
///
/// The build sets the spaces before `;`, `:`, `!` and `?`, those of « », apostrophes and `...`: a
/// writer types them as the keyboard has them.
package struct Typography: EditorialCheck {
  package static let name = EditorialRules.Check.typography

  /// A doubtful part of a passage.
  struct Doubt {
    let fault: TypographicFault
    package let range: Range<Int>
    /// What to write instead.
    package let suggestion: String
  }

  package func findings(in site: EditorialContext) throws -> [Diagnostic] {
    try site.prose.enumerated().filter(\.element.isFrench).flatMap { index, prose in
      try prose.texts.flatMap { text in
        try Self.doubts(in: text.passage).map { doubt in
          .typography(
            doubt.fault, text.passage.text[doubt.range], instead: doubt.suggestion,
            at: try site.location(of: doubt.range, in: text, of: index))
        }
      }
    }
  }

  /// Returns what is doubtful in a passage.
  static func doubts(in passage: ProsePassage) -> [Doubt] {
    // What is quoted is spelt as its author spelt it.
    let quotations = passage.quotations
    return marks(in: passage)
      + passage.words.compactMap { word in
        quotations.contains { $0.contains(word.range.lowerBound) }
          ? nil : doubt(about: word, passage)
      }
  }

  // MARK: Words

  private static func doubt(about word: ProseWord, _ passage: ProsePassage) -> Doubt? {
    func doubt(_ fault: TypographicFault, _ suggestion: String) -> Doubt {
      Doubt(fault: fault, range: word.range, suggestion: suggestion)
    }
    if let right = TypographicWords.ligature(in: word.text) { return doubt(.ligature, right) }
    if let right = TypographicWords.capital(in: word.text) { return doubt(.capital, right) }
    if let right = TypographicWords.ordinal(word.text) { return doubt(.ordinal, right) }
    if word.range.count == 3, word.text.lowercased() == "etc" {
      let end = word.range.upperBound
      for dots in ["...", "…"] where passage.has(dots, at: end) {
        return Doubt(
          fault: .etCetera, range: word.range.lowerBound..<end + dots.utf8.count,
          suggestion: word.text + ".")
      }
    }
    return nil
  }

  // MARK: Marks

  private static func marks(in passage: ProsePassage) -> [Doubt] {
    var doubts: [Doubt] = []
    var index = 0
    while index < passage.text.count {
      let found =
        switch passage.text[index] {
        case UInt8(ascii: "\""): quotes(in: passage, at: index)
        case UInt8(ascii: " "): spaces(in: passage, at: index)
        case UInt8(ascii: "."): dots(in: passage, at: index)
        case UInt8(ascii: ","), UInt8(ascii: ";"): crowdedMark(in: passage, at: index)
        default: nil as Doubt?
        }
      if let found { doubts.append(found) }
      index = max(index + 1, found?.range.upperBound ?? 0)
    }
    return doubts
  }

  /// `"` around words; after a digit it is inches or seconds.
  private static func quotes(in passage: ProsePassage, at start: Int) -> Doubt? {
    guard !(0x30...0x39).contains(passage.byte(at: start - 1)),
      let end = passage.text[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")), end > start + 1,
      !passage.text[start..<end].contains(ProsePassage.object)
    else { return nil }
    let quoted = String(decoding: passage.text[(start + 1)..<end], as: UTF8.self)
    return Doubt(fault: .quotes, range: start..<end + 1, suggestion: "« \(quoted) »")
  }

  private static func spaces(in passage: ProsePassage, at start: Int) -> Doubt? {
    var end = start
    while passage.byte(at: end) == UInt8(ascii: " ") { end += 1 }
    let isInside = start > 0 && end < passage.text.count
    guard isInside, passage.byte(at: start - 1) != 0x0A, passage.byte(at: end) != 0x0A,
      passage.byte(at: start - 1) != ProsePassage.object,
      passage.byte(at: end) != ProsePassage.object
    else { return nil }
    let next = passage.byte(at: end)
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "."), endsClause(in: passage, at: end + 1)
    {
      let mark = String(UnicodeScalar(next))
      return Doubt(fault: .spaceBeforeMark, range: start..<end + 1, suggestion: mark)
    }
    for dash in ["-- ", "- "] where passage.has(dash, at: end) {
      let range = start..<end + dash.utf8.count
      return Doubt(fault: .dash, range: range, suggestion: " – ")
    }
    return end - start > 1 ? Doubt(fault: .doubleSpace, range: start..<end, suggestion: " ") : nil
  }

  private static func endsClause(in passage: ProsePassage, at index: Int) -> Bool {
    [0, 0x20, 0x0A].contains(passage.byte(at: index))
  }

  /// Two dots, or more than three; three are made « … » by the build.
  private static func dots(in passage: ProsePassage, at start: Int) -> Doubt? {
    var end = start
    while passage.byte(at: end) == UInt8(ascii: ".") { end += 1 }
    let slash = UInt8(ascii: "/")
    guard end - start == 2 || end - start > 3, passage.byte(at: start - 1) != slash,
      passage.byte(at: end) != slash, ProsePassage.isWordByte(at: start - 1, in: passage.text)
    else { return nil }
    return Doubt(fault: .dots, range: start..<end, suggestion: "…")
  }

  /// A comma or a semicolon between two words, without a space.
  private static func crowdedMark(in passage: ProsePassage, at index: Int) -> Doubt? {
    func isLetter(_ index: Int) -> Bool {
      ProsePassage.isWordByte(at: index, in: passage.text)
        && !(0x30...0x39).contains(passage.byte(at: index))
    }
    guard isLetter(index - 1), isLetter(index + 1) else { return nil }
    let mark = String(UnicodeScalar(passage.text[index]))
    return Doubt(fault: .crowdedMark, range: index..<index + 1, suggestion: mark + " ")
  }
}
