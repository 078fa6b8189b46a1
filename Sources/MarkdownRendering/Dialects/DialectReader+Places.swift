/// The names that blocks have for links: `(name)=` of MyST before a block, ` ^name` of Obsidian at its end.
extension DialectReader {
  /// Stands around a name in the text that the parser reads.
  static let placeMark: UInt8 = 0x03
  private static let maxLength = 80

  /// Whether a line may be `(name)=`.
  static func mayBePlace(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.first == UInt8(ascii: "("),
      let close = line.prefix(maxLength).firstIndex(of: UInt8(ascii: ")"))
    else { return false }
    return line[close...].dropFirst().first == UInt8(ascii: "=")
  }

  /// Reads `(name)=` before a block.
  mutating func readPlace(_ line: DialectLine) -> Bool {
    let words = line.words
    guard dialects.contains(.attributes), words.utf8.count < Self.maxLength, words.hasSuffix(")="),
      Self.isPlace(words.dropFirst().dropLast(2).utf8.map(\.self)[...])
    else { return false }
    let name = String(words.dropFirst().dropLast(2))
    places.append(name)
    text.places.insert(name)
    separate()
    endParagraph()
    return true
  }

  /// Reads `^name` alone below a block, as that of a table.
  mutating func readBlockName(_ line: DialectLine) -> Bool {
    let name = line.words.utf8.dropFirst().map(\.self)
    guard dialects.contains(.attributes), name.count < Self.maxLength, name.count > 2,
      Self.isPlace(name[...]), !name.contains(UInt8(ascii: "."))
    else { return false }
    separate()
    write(
      [UInt8](repeating: 0x20, count: min(line.indent, 60)) + [Self.placeMark] + name + [
        Self.placeMark
      ],
      from: line.start)
    separate()
    endParagraph()
    return true
  }

  /// Returns a line with the names that wait for it, and with that at its end; nil when it has none.
  mutating func withPlaces(_ content: [UInt8]?, _ line: DialectLine) -> [UInt8]? {
    guard !places.isEmpty || hasInlineMarks else { return nil }
    var written = content ?? Array(bytes[line.rest])
    var hasChanged = false
    if let caret = Self.name(atEndOf: written), isEndOfBlock {
      written[caret] = Self.placeMark
      written.append(Self.placeMark)
      hasChanged = true
    }
    if !places.isEmpty, let first = written.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) {
      let isHeading = written[first] == UInt8(ascii: "#")
      let start =
        isHeading
        ? written[first...].firstIndex { $0 != UInt8(ascii: "#") && $0 != 0x20 } ?? written.count
        : Self.listItemOffset(bytes[line.first..<line.rest.upperBound]).map { first + $0 } ?? first
      var marks: [UInt8] = []
      for place in places { marks += [Self.placeMark] + Array(place.utf8) + [Self.placeMark] }
      written.insert(contentsOf: marks, at: min(start, written.count))
      places = []
      hasChanged = true
    }
    return hasChanged ? written : nil
  }

  /// Returns where `^name` starts that ends a line behind a space.
  private static func name(atEndOf line: [UInt8]) -> Int? {
    guard let caret = line.suffix(maxLength).lastIndex(of: UInt8(ascii: "^")), caret > 0,
      line[caret - 1] == 0x20, line.count - caret > 3
    else { return nil }
    let name = line[(caret + 1)...]
    return isPlace(name) && !name.contains(UInt8(ascii: ".")) ? caret : nil
  }

  /// Whether the next line is of another block.
  private var isEndOfBlock: Bool {
    guard next < bytes.count else { return true }
    let rest = bytes[next...].prefix(200).drop {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">")
    }
    guard let first = rest.first, first != 0x0A, first != 0x0D else { return true }
    return Self.listItemOffset(rest) != nil || first == UInt8(ascii: "#")
  }

  private static func isPlace(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty
      && name.allSatisfy {
        "-_.:".utf8.contains($0) || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
      }
  }
}
