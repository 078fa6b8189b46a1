/// The asterisks of words written for all genders, « agent*es », « étudiant*e*s », and those between two
/// digits, « 3*4 »: signs of the text, where Markdown would see emphasis begin and end.
enum InclusiveAsterisks {
  private static let star = UInt8(ascii: "*")

  private static let endings: Set<String> = Set(
    """
    e es ne nes le les lle lles te tes se ses ve ves fe fes he hes ère ères ière ières ere eres rice rices \
    trice trices ice ices euse euses teuse teuses esse esses sse sses enne ennes onne onnes ive ives \
    ale ales elle elles x
    """.split(separator: " ").map(String.init))

  /// Whether a text may hold such an asterisk.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 1
    while let found = DialectSigns.index(of: star, in: text, from: start) {
      if isBetweenWords(text[...], found) { return true }
      start = found + 1
    }
    return false
  }

  /// Returns a line of text with a backslash before such asterisks; nil when it has none.
  ///
  /// One that ends an emphasis which the line has begun is left alone: « *mot*s ».
  ///
  /// - Complexity: O(*n*) in the length of the line.
  static func escaped(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    guard line.contains(star) else { return nil }
    let found = candidates(in: line)
    guard !found.places.isEmpty else { return nil }
    var written: [UInt8] = []
    var start = line.startIndex
    for (place, isInEmphasis) in found.places
    where !isInEmphasis || place < found.lastEnd {
      written += line[start..<place]
      written.append(UInt8(ascii: "\\"))
      start = place
    }
    return start == line.startIndex ? nil : written + line[start...]
  }

  /// Returns where such asterisks stand, whether an emphasis is open there, and where the last one ends.
  private static func candidates(
    in line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (places: [(Int, Bool)], lastEnd: Int) {
    var places: [(Int, Bool)] = []
    var (lastEnd, wordStart) = (-1, line.startIndex)
    var (isOpen, isCode, isAddress) = (false, false, false)
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      if byte <= 0x20 { (wordStart, isAddress) = (index + 1, false) }
      if "/<@=".utf8.contains(byte) { isAddress = true }
      guard byte == star, !isCode else {
        index += 1
        continue
      }
      let count = line[index...].prefix { $0 == star }.count
      let end = index + count
      let before = index > line.startIndex ? line[index - 1] : 0x20
      let isInWord =
        index > line.startIndex && (isDigit(before) || isLetter(before: index, in: line))
      let after = end < line.endIndex ? line[end] : 0x20
      if count == 1, isBetweenWords(line, index), !isAddress,
        isBase(line, wordStart, index, after: places.last?.0)
      {
        places.append((index, isOpen))
      } else if count == 1 {
        if !isInWord, after > 0x20 {
          isOpen = true
        } else if before > 0x20, !isDigit(after), !isLetter(after) {
          isOpen = false
          lastEnd = index
        }
      }
      index = end
    }
    return (places, lastEnd)
  }

  /// Whether an asterisk stands between a letter and an ending, or between two digits.
  private static func isBetweenWords(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ place: Int
  ) -> Bool {
    guard place > text.startIndex, place + 1 < text.endIndex else { return false }
    let (before, after) = (text[place - 1], text[place + 1])
    if isDigit(before), isDigit(after) { return true }
    guard isLetter(before: place, in: text), isLetter(after) else { return false }
    let ending = text[(place + 1)...].prefix(9).prefix(while: isLetter)
    let written = String(decoding: ending, as: UTF8.self).lowercased()
    return endings.contains(written) || written == "s"
  }

  /// Whether what comes before an asterisk is a word, or an ending behind another one; the « s » of the plural
  /// is no ending by itself.
  private static func isBase(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ wordStart: Int, _ place: Int, after last: Int?
  ) -> Bool {
    if isDigit(line[place - 1]) { return true }
    if let last, last >= wordStart { return true }
    let isPlural =
      line[place + 1] | 0x20 == UInt8(ascii: "s")
      && !(place + 2 < line.endIndex && isLetter(line[place + 2]))
    return !isPlural && line[wordStart..<place].reversed().prefix(while: isLetter).count > 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a Latin letter ends at a place.
  private static func isLetter(
    before place: Int, in text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let byte = text[place - 1]
    if byte < 0x80 { return isLetter(byte) }
    return place - 2 >= text.startIndex && (0xC3...0xC9).contains(text[place - 2])
  }

  /// Whether a byte is of a Latin letter, where the bytes before it are.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x80...0xBF).contains(byte)
      || (0xC3...0xC9).contains(byte)
  }
}
