/// The marks that other tools than GitHub read, and character references.
extension InlineText {
  /// The longest character reference, and the most signs between two marks of a raised text.
  private static let maxReference = 32
  private static let maxShift = 24

  /// Reads `&amp;` or `&#39;`; nil where there is none.
  mutating func readReference(at start: Int) -> Int? {
    guard let end = scalars[start...].prefix(Self.maxReference).firstIndex(of: ";") else {
      return nil
    }
    let written = text(start..<end + 1)
    let read = HTMLEntities.decode(written)
    guard read != written else { return nil }
    add(read.unicodeScalars)
    return end + 1
  }

  /// Reads `:tada:`; nil where no sign has that name.
  mutating func readSignName(at start: Int) -> Int? {
    let name = scalars[(start + 1)...].prefix(EmojiNames.maxLength).prefix { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "_", "-", "+": true
      default: false
      }
    }
    guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == ":",
      let sign = EmojiNames.sign(named: text(name.indices)[...])
    else { return nil }
    add(sign.unicodeScalars)
    return name.endIndex + 1
  }

  /// Reads `$a^2$` or `$$a^2$$`, whose signs stay; nil for `5 $`.
  mutating func readFormula(at start: Int) -> Int? {
    let count = runLength(at: start)
    let first = start + count
    guard count <= 2, !isWord(at: start - 1), first < scalars.count,
      count == 2 || !scalars[first].properties.isWhitespace,
      let end = closing(scalars[start], count: count, from: first),
      count == 2 || !isWord(at: end + 1)
    else { return nil }
    add(text(first..<end).trimmed.unicodeScalars)
    return end + count
  }

  /// Reads `==marked==` or `++inserted++`; nil for `C++` and `a==b`.
  mutating func readPair(at start: Int) -> Int? {
    let first = start + 2
    guard runLength(at: start) == 2, !isWord(at: start - 1), first < scalars.count,
      !scalars[first].properties.isWhitespace,
      let end = closing(scalars[start], count: 2, from: first)
    else { return nil }
    addWords(of: text(first..<end))
    return end + 2
  }

  /// Reads `2^e^` or `H~2~O`; nil for `10~20` and `~/dossier`.
  mutating func readShift(at start: Int) -> Int? {
    let mark = scalars[start]
    guard start > 0, mark == "^" || isLetter(at: start - 1) || scalars[start - 1] == ")",
      isWord(at: start - 1) || scalars[start - 1] == ")",
      let end = scalars[(start + 1)...].prefix(Self.maxShift).firstIndex(of: mark),
      end > start + 1, end + 1 == scalars.count || scalars[end + 1] != mark,
      (start + 1..<end).allSatisfy({
        isWord(at: $0) || "()+,-.=".unicodeScalars.contains(scalars[$0])
      })
    else { return nil }
    add(scalars[(start + 1)..<end])
    return end + 1
  }

  /// Returns where a mark stands again as many times, right after something.
  private func closing(_ mark: Unicode.Scalar, count: Int, from start: Int) -> Int? {
    var index = start
    while index < scalars.count {
      guard scalars[index] == mark else {
        index += scalars[index] == "\\" ? 2 : 1
        continue
      }
      let length = runLength(at: index)
      if length == count, index > start,
        count == 2 && mark == "$" || !scalars[index - 1].properties.isWhitespace
      {
        return index
      }
      index += length
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func isLetter(at index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
  }

  private func isWord(at index: Int) -> Bool {
    isLetter(at: index) || scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
  }
}
