/// The words of a document that are abbreviations, as PHP Markdown Extra has them: `*[HTML]: Hyper Text`.
struct Abbreviations {
  static let maxCount = 1_000
  private static let maxNameLength = 40

  private let meanings: [String: String]

  init(_ meanings: [String: String] = [:]) { self.meanings = meanings }

  var isEmpty: Bool { meanings.isEmpty }

  /// Whether a text is one word.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= maxNameLength && text.utf8.allSatisfy(isOfWord)
  }

  /// Returns where such words stand in a text, and what they mean, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func all(in text: UnsafeBufferPointer<UInt8>) -> [(range: Range<Int>, meaning: String)] {
    var found: [(Range<Int>, String)] = []
    var index = 0
    while index < text.count {
      guard Self.isOfWord(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, Self.isOfWord(text[index]) { index += 1 }
      guard index - start <= Self.maxNameLength,
        let meaning = meanings[String(decoding: text[start..<index], as: UTF8.self)]
      else { continue }
      found.append((start..<index, meaning))
    }
    return found
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0xC3 || (0x80...0xBF).contains(byte) || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }
}
