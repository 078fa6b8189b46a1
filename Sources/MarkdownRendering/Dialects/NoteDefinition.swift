import TextEncoding

/// The text of a note, `[^name]: text`, at the start of a line.
struct NoteDefinition {
  let name: String
  /// Where it stands in the text, in bytes.
  let offset: Int
  /// Where its line starts.
  let lineStart: Int

  /// Returns the notes of a text that are outside of fences.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [NoteDefinition] {
    var found: [NoteDefinition] = []
    var fence = CodeFence()
    var start = 0
    while start < text.count {
      let end = DialectSigns.index(of: 0x0A, in: text, from: start) ?? text.count
      let quoted = text[start..<end].drop { $0 == 0x20 }
      // A note may stand in a quotation.
      let line = quoted.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      let isFence = fence.note(line)
      if !isFence, !fence.isOpen, quoted.startIndex - start < 4, line.starts(with: "[^".utf8),
        let close = line.prefix(200).firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
        text[close + 1] == UInt8(ascii: ":")
      {
        let name = String(decoding: line[(line.startIndex + 2)..<close], as: UTF8.self)
        // With a space it is the name of no note, and its line is a text.
        if !name.isEmpty, !name.contains(" "), !name.contains("\t") {
          found.append(NoteDefinition(name: name, offset: line.startIndex, lineStart: start))
        }
      }
      start = end + 1
    }
    return found
  }

  /// Returns what two spellings of a name have in common.
  static func key(of name: String) -> String { name.lowercased() }
}
