/// A header that is a program, between `---js` and `---`, as Eleventy runs it: nothing of it is read here.
struct ProgramHeader {
  /// The byte after its last line.
  let end: Int
  let lineCount: Int

  /// Finds the header that a file starts with, if it does.
  ///
  /// - Complexity: O(*n*) in the length of the file up to its end.
  init?(startOf bytes: ArraySlice<UInt8>) {
    guard ["---js", "---javascript"].contains(where: { Self.line($0, starts: bytes) }) else {
      return nil
    }
    var (rest, count) = (bytes, 0)
    guard let first = bytes.firstIndex(of: 0x0A),
      Self.isProgram(bytes[first...].drop { $0 <= 0x20 })
    else { return nil }
    while let feed = rest.firstIndex(of: 0x0A) {
      count += 1
      rest = rest[(feed + 1)...]
      guard Self.line("---", starts: rest) else { continue }
      end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lineCount = count + 1
      return
    }
    return nil
  }

  /// What a program starts with.
  private static let starts = [
    "{", "//", "/*", "const ", "let ", "var ", "function ", "export ", "import ", "module.",
  ]

  private static func isProgram(_ text: ArraySlice<UInt8>) -> Bool {
    starts.contains { text.starts(with: $0.utf8) }
  }

  /// Whether some words are the whole first line.
  private static func line(_ words: String, starts bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.starts(with: words.utf8) else { return false }
    let rest = bytes.dropFirst(words.utf8.count).prefix { $0 != 0x0A }
    return rest.allSatisfy { $0 <= 0x20 }
  }
}
