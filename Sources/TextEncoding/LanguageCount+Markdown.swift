extension LanguageCount {
  /// Counts what the start of a Markdown text says; its last character may be cut.
  ///
  /// Front matter and code are left out.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package mutating func add(_ text: ArraySlice<UInt8>) {
    var fence = CodeFence()
    var frontMatter: ArraySlice<UInt8>?
    var isStart = true
    for line in text.split(separator: 0x0A) {
      let content = Self.trimmed(line)
      if let end = frontMatter {
        if content == end { frontMatter = nil }
        continue
      }
      if content.isEmpty { continue }
      if isStart {
        isStart = false
        let written = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content
        if let end = Self.end(ofFrontMatter: written) {
          frontMatter = end
          continue
        }
      }
      if fence.note(line) || fence.isOpen { continue }
      add(line: line)
    }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = line.drop { $0 <= 0x20 }
    return start[..<((start.lastIndex { $0 > 0x20 } ?? start.startIndex - 1) + 1)]
  }

  /// Returns the line that ends the front matter which a text starts with.
  private static func end(ofFrontMatter first: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for sign in ["---", "+++", ";;;"] where first.starts(with: sign.utf8) {
      return ArraySlice(sign.utf8)
    }
    return first.elementsEqual("{".utf8) ? ArraySlice("}".utf8) : nil
  }

  // MARK: Words

  /// A word that is being read.
  private struct Word {
    var key: UInt64 = 0
    var length = 0

    mutating func append(_ byte: UInt8) {
      key = key << 8 | UInt64(byte)
      length += 1
    }
  }

  private mutating func add(line: ArraySlice<UInt8>) {
    var word = Word()
    // The signs whose ends the line has no more of.
    var endless: Set<UInt8> = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if (0x61...0x7A).contains(byte | 0x20), byte < 0x80 {
        word.append(byte | 0x20)
        index += 1
      } else if byte >= 0x80 {
        index += addLetter(startingAt: index, of: line, to: &word)
      } else if (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") {
        // A name: no word of a language holds one.
        word.length = word.length == 0 ? 0 : 9
        index += 1
      } else {
        end(&word)
        index = Self.passOver(index, of: line, &endless)
      }
    }
    end(&word)
  }

  private mutating func end(_ word: inout Word) {
    if word.length > 0 { note(word: word.length <= 8 ? word.key : nil) }
    word = Word()
  }

  /// Reads a character of several bytes, and returns how many it has.
  private mutating func addLetter(
    startingAt index: Int, of line: ArraySlice<UInt8>, to word: inout Word
  ) -> Int {
    let lead = line[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard length > 1, index + length <= line.endIndex else {
      end(&word)
      return 1
    }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in line[(index + 1)..<(index + length)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    switch scalar {
    case 0xD7, 0xF7: end(&word)
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      if (0xC0...0xDE).contains(scalar) { scalar += 0x20 }
      if length == 2 {
        word.append(UInt8(0xC0 | scalar >> 6))
        word.append(UInt8(0x80 | scalar & 0x3F))
      } else {
        word.length = 9
      }
    default:
      end(&word)
      if let letter = WritingScript(scalar) { note(letter) }
    }
    return length
  }

  /// Returns where a line goes on after a sign: after the code, the tag or the address that it starts.
  private static func passOver(
    _ index: Int, of line: ArraySlice<UInt8>, _ endless: inout Set<UInt8>
  ) -> Int {
    let sign = line[index]
    let next = index + 1 < line.endIndex ? line[index + 1] : 0
    let end: UInt8
    switch sign {
    case UInt8(ascii: "`"): end = sign
    case UInt8(ascii: "<") where next > 0x20: end = UInt8(ascii: ">")
    case UInt8(ascii: "{"): end = UInt8(ascii: "}")
    case UInt8(ascii: "]") where next == UInt8(ascii: "("): end = UInt8(ascii: ")")
    case UInt8(ascii: ":") where next == UInt8(ascii: "/"):
      return line[index...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? line.endIndex
    default: return index + 1
    }
    guard !endless.contains(end) else { return index + 1 }
    guard let close = line[(index + 1)...].firstIndex(of: end) else {
      endless.insert(end)
      return index + 1
    }
    return close + 1
  }
}
