import TextEncoding

/// Words that texts link to: those of a glossary.
///
/// A word is found whatever its accents, its letter case and a plural in -s or -x.
public struct TermList: Sendable {
  /// A form of a term: its words, folded, and the place of the term.
  struct Form: Sendable {
    let words: [String]
    let term: Int
  }

  /// A term found in a text.
  struct Match {
    let range: Range<Int>
    let term: Int
  }

  /// The forms by their first word, the longest first.
  private let forms: [String: [Form]]
  /// Which bytes a term may start with, in lower case; most words are passed over by it alone.
  private let mayStart: [Bool]

  /// Creates a list.
  ///
  /// - Parameter terms: The forms of each term; the first term of two with one form wins.
  public init(_ terms: [[String]]) {
    var forms: [String: [Form]] = [:]
    var mayStart = [Bool](repeating: false, count: 256)
    for (term, texts) in terms.enumerated() {
      for text in texts {
        var words: [String] = []
        text.utf8.withContiguousStorageIfAvailable { bytes in
          words = TermWords(bytes).map { Self.key(of: bytes[$0]) }
        }
        guard let first = words.first, let start = text.utf8.first(where: TermWords.isLetter)
        else { continue }
        forms[first, default: []].append(Form(words: words, term: term))
        mayStart[Int(first.utf8.first ?? start)] = true
      }
    }
    self.forms = forms.mapValues { forms in
      forms.enumerated().sorted { left, right in
        let (left, right) = (
          (left.element.words.count, left.offset), (right.element.words.count, right.offset)
        )
        return left.0 == right.0 ? left.1 < right.1 : left.0 > right.0
      }.map(\.element)
    }
    self.mayStart = mayStart
  }

  /// Whether no text can hold a term.
  public var isEmpty: Bool { forms.isEmpty }

  /// Finds terms in a text, the longest where several start at one word; none inside another.
  ///
  /// - Complexity: O(*n*) in the length of the text, for a given list.
  func matches(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
    var matches: [Match] = []
    let words = Array(TermWords(text))
    var place = 0
    while place < words.count {
      if let (form, count) = form(at: place, of: words, in: text) {
        let range = words[place].lowerBound..<words[place + count - 1].upperBound
        matches.append(Match(range: range, term: form.term))
        place += count
      } else {
        place += 1
      }
    }
    return matches
  }

  private func form(
    at place: Int, of words: [Range<Int>], in text: UnsafeBufferPointer<UInt8>
  ) -> (Form, wordCount: Int)? {
    let first = words[place]
    let byte = text[first.lowerBound]
    let isPlain = byte < 0x80
    guard !isPlain || mayStart[Int(TermWords.lowercased(byte))],
      !TermWords.isJoined(text, before: first.lowerBound),
      let forms = forms[Self.key(of: text[first])]
    else { return nil }
    return forms.lazy.map { ($0, $0.words.count) }.first { form, count in
      guard place + count <= words.count,
        !TermWords.isJoined(text, after: words[place + count - 1].upperBound)
      else { return false }
      return (1..<max(1, count)).allSatisfy { step in
        let (previous, word) = (words[place + step - 1], words[place + step])
        return TermWords.isOneSpace(text[previous.upperBound..<word.lowerBound])
          && Self.key(of: text[word]) == form.words[step]
      }
    }
  }

  /// Returns what the forms of one word have in common.
  private static func key(of word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var key = Slug.make(from: String(decoding: word, as: UTF8.self))
    if key.utf8.count > 3, key.hasSuffix("s") || key.hasSuffix("x") { key.removeLast() }
    return key
  }
}
