package import ContentModel
package import Diagnostics
import MarkdownRendering

/// A word and the endings of its other gender, in one: « habitant·es », « habitant(e)s ».
struct ShortenedForm {
  /// The sign between the word and its endings.
  enum Separator: String, CaseIterable {
    case middleDot = "·"
    case bullet = "•"
    case hyphenationPoint = "‧"
    case stop = "."
    case hyphen = "-"
    case slash = "/"
    case bracket = "("
  }

  package let separator: Separator
  /// Where it stands in the passage, in bytes.
  package let range: Range<Int>
  /// The same with middle dots.
  let withMiddleDots: String

  /// Endings that a separator may precede; a hyphen or a slash also joins plain words.
  private static let endings: Set<String> = [
    "e", "es", "ne", "nes", "le", "les", "te", "tes", "ère", "ères", "ière", "ières", "rice",
    "rices", "trice", "trices", "ice", "ices", "euse", "euses", "se", "ses", "ve", "ves", "ive",
    "ives", "esse", "esses", "enne", "ennes", "fe", "fes", "elle", "elles",
  ]

  /// Endings that are words of their own after a hyphen: « donne-les », « a-t-elle ».
  private static let words: Set<String> = ["le", "les", "te", "ses", "se", "elle", "elles", "tes"]

  /// Returns the forms in a passage, in order.
  package static func all(in passage: ProsePassage) -> [ShortenedForm] {
    let words = passage.words
    var forms: [ShortenedForm] = []
    var index = 0
    while index < words.count {
      if let (form, next) = form(startingAt: index, of: words, in: passage) {
        forms.append(form)
        index = next
      } else {
        index += 1
      }
    }
    return forms
  }

  private static func form(
    startingAt index: Int, of words: [ProseWord], in passage: ProsePassage
  ) -> (ShortenedForm, next: Int)? {
    let base = words[index]
    guard base.text.count > 2, let last = base.text.last, last.isLetter, index + 1 < words.count,
      ![UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@")].contains(base.before),
      let separator = Separator.allCases.first(where: {
        passage.has($0.rawValue, at: base.range.upperBound)
      }),
      words[index + 1].range.lowerBound == base.range.upperBound + separator.rawValue.utf8.count
    else { return nil }
    let ending = words[index + 1]
    guard endings.contains(ending.text) else { return nil }
    var (end, next, plural) = (ending.range.upperBound, index + 2, "")
    if separator == .bracket {
      guard ending.after == UInt8(ascii: ")") else { return nil }
      end += 1
    }
    // « habitant·e·s », « habitant(e)s »: the plural comes apart.
    let joint = separator == .bracket ? "" : separator.rawValue
    if next < words.count, words[next].text == "s",
      words[next].range.lowerBound == end + joint.utf8.count, passage.has(joint, at: end)
    {
      (end, next, plural) = (words[next].range.upperBound, next + 1, "s")
    }
    if isPlain(ending.text, separator, plural: plural, after: passage, at: end) { return nil }
    let written = base.text + "·" + ending.text + plural
    return (
      ShortenedForm(
        separator: separator, range: base.range.lowerBound..<end, withMiddleDots: written), next
    )
  }

  /// Whether what looks like an ending is a word or the end of an address.
  private static func isPlain(
    _ ending: String, _ separator: Separator, plural: String, after passage: ProsePassage,
    at end: Int
  ) -> Bool {
    let next = passage.byte(at: end)
    switch separator {
    case .middleDot, .bullet, .hyphenationPoint, .bracket: return false
    case .hyphen:
      return next == UInt8(ascii: "-") || (plural.isEmpty && words.contains(ending))
    case .stop, .slash:
      return next == UInt8(ascii: "/") || next == UInt8(ascii: "@")
        || (plural.isEmpty && words.contains(ending))
    }
  }
}
