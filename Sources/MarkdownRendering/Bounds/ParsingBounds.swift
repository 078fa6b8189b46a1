/// Looks for what libcmark-gfm 0.29.0.gfm.6 would read in more than linear time, or write in more than
/// linear space, before it reads (CVE-2023-24824, CVE-2023-37463 and their like).
///
/// Fences are not followed: a text could hide in one what the parser reads outside of it. The bounds
/// are far beyond what anybody writes.
///
/// - Complexity: O(*n*) in the length of the text.
struct ParsingBounds {
  static let maxNesting = 256
  static let maxLines = 300_000
  static let maxMarks = 1_500_000
  static let maxColumns = 1_000
  static let maxCells = 400_000
  /// The most bytes that may be read again, for each reason why the parser does.
  static let maxReread = 40_000_000
  /// Each sign `@` makes the parser look around, at some cost.
  static let maxAtSigns = 30_000
  /// A text this short is read at once, whatever it holds.
  private static let harmlessLength = 8_192

  private let bytes: UnsafeBufferPointer<UInt8>
  private var lines = 0
  private var marks = 0
  private var atSigns = 0
  private var cells = 0
  private var closingBrackets = 0
  private var listOffsets: [Int] = []

  /// The length of the paragraph so far, and what it holds.
  private var paragraphLength = 0
  private var paragraphTags = 0
  private var paragraphHasDefinition = false
  /// Where the label of a definition may have opened, with a bracket that starts a line.
  private var labelStart: Int?
  private var maxDefinitionLength = 0
  private var tableColumns = 0
  /// The bars of the line before, which may be the header of a table.
  private var lastBars = 0
  private var (delimiterWork, tagWork, addressWork) = (0, 0, 0)

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Returns what a text has too much of, and where it passes the bound, in bytes.
  static func firstExcess(in bytes: UnsafeBufferPointer<UInt8>) -> ExcessFound? {
    guard bytes.count > harmlessLength else { return nil }
    var bounds = ParsingBounds(bytes)
    return bounds.read()
  }

  private mutating func read() -> ExcessFound? {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if let excess = read(start..<end) { return ExcessFound(excess: excess, offset: start) }
      start = end + 1
    }
    endParagraph()
    return sums().map { ExcessFound(excess: $0, offset: 0) }
  }

  private mutating func read(_ line: Range<Int>) -> ParsingExcess? {
    var content = line.lowerBound
    if let excess = enterContainers(line, content: &content) { return excess }
    // An item or a note without a text costs the parser as much as one with it.
    if content < line.upperBound || line.contains(where: { bytes[$0] > 0x20 }) { lines += 1 }
    if lines > Self.maxLines { return .lines(limit: Self.maxLines) }
    guard content < line.upperBound else {
      endParagraph()
      return sums()
    }
    paragraphLength += line.count + 1
    countMarks(of: content..<line.upperBound)
    if marks > Self.maxMarks { return .marks(limit: Self.maxMarks) }
    if let excess = readRow(content..<line.upperBound) { return excess }
    return paragraphLength > 1 << 16 || atSigns > Self.maxAtSigns ? sums() : nil
  }

  /// Ends a paragraph, whose tags may each have been looked for to its end.
  private mutating func endParagraph() {
    tagWork += paragraphTags * paragraphLength
    if paragraphHasDefinition { maxDefinitionLength = max(maxDefinitionLength, paragraphLength) }
    (paragraphLength, paragraphTags, paragraphHasDefinition, tableColumns) = (0, 0, false, 0)
    labelStart = nil
  }

  private func sums() -> ParsingExcess? {
    if tagWork + paragraphTags * paragraphLength > Self.maxReread { return .openTags }
    if atSigns > Self.maxAtSigns || addressWork > Self.maxReread { return .addresses }
    let definition = max(maxDefinitionLength, paragraphHasDefinition ? paragraphLength : 0)
    if definition * closingBrackets > Self.maxReread { return .references }
    return nil
  }

  // MARK: Containers

  /// Skips the marks of quotations, list items and notes that start a line.
  private mutating func enterContainers(
    _ line: Range<Int>, content: inout Int
  ) -> ParsingExcess? {
    var depth = 0
    var index = line.lowerBound
    while true {
      while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      content = index
      guard let mark = containerMark(at: index, of: line) else { break }
      if mark.isItem {
        let column = index - line.lowerBound
        while let last = listOffsets.last, last > column { listOffsets.removeLast() }
        listOffsets.append(column + 1)
      } else {
        depth += 1
      }
      index = mark.end
      if depth + listOffsets.count > Self.maxNesting { return .nesting(limit: Self.maxNesting) }
    }
    return nil
  }

  private func containerMark(
    at index: Int, of line: Range<Int>
  ) -> (end: Int, isItem: Bool)? {
    guard index < line.upperBound else { return nil }
    switch bytes[index] {
    case UInt8(ascii: ">"): return (index + 1, false)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard isBlank(index + 1, in: line), !isRule(from: index, in: line) else { return nil }
      return (index + 1, true)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = index
      while end < line.upperBound, end < index + 9, bytes[end] & 0xF0 == 0x30, bytes[end] < 0x3A {
        end += 1
      }
      guard end < line.upperBound,
        bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
        isBlank(end + 1, in: line)
      else { return nil }
      return (end + 1, true)
    case UInt8(ascii: "["):
      guard index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: "^") else { return nil }
      let limit = min(line.upperBound - 1, index + 1_000)
      guard let close = (index..<max(index, limit)).first(where: { bytes[$0] == 0x5D }),
        bytes[close + 1] == UInt8(ascii: ":")
      else { return nil }
      return (close + 2, false)
    default: return nil
    }
  }

  private func isBlank(_ index: Int, in line: Range<Int>) -> Bool {
    index >= line.upperBound || bytes[index] == 0x20 || bytes[index] == 0x09
  }

  /// Whether the rest of a line is a rule such as `* * *`.
  private func isRule(from start: Int, in line: Range<Int>) -> Bool {
    var count = 0
    for index in start..<line.upperBound where bytes[index] != 0x20 && bytes[index] != 0x09 {
      if bytes[index] != bytes[start] { return false }
      count += 1
    }
    return count > 2
  }

  // MARK: Tables

  /// Counts the cells of a row, and what a row of hyphens makes the parser read again.
  private mutating func readRow(_ line: Range<Int>) -> ParsingExcess? {
    var bars = 0
    for index in line where bytes[index] == UInt8(ascii: "|") { bars += 1 }
    let barsAbove = lastBars
    lastBars = bars
    let isDelimiter = isDelimiterRow(line)
    guard isDelimiter || tableColumns > 0 else { return nil }
    if max(bars, isDelimiter ? barsAbove : 0) > Self.maxColumns {
      return .columns(limit: Self.maxColumns)
    }
    if isDelimiter {
      tableColumns = max(tableColumns, bars + 1)
      delimiterWork += paragraphLength
      if delimiterWork > Self.maxReread { return .delimiterRows }
    }
    cells += tableColumns
    return cells > Self.maxCells ? .cells(limit: Self.maxCells) : nil
  }

  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    var hasHyphen = false
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasHyphen
  }

  // MARK: Inlines

  private mutating func countMarks(of line: Range<Int>) {
    var wordStart = line.lowerBound
    var wordAddresses = 0
    var previous: UInt8 = 0
    for index in line {
      let byte = bytes[index]
      if byte <= 0x20 {
        addressWork += wordAddresses * (index - wordStart)
        (wordStart, wordAddresses) = (index + 1, 0)
      } else if InlineMarks.isMark(byte), byte != previous || InlineMarks.standsAlone(byte) {
        marks += 1
        switch byte {
        case UInt8(ascii: "@"):
          atSigns += 1
          wordAddresses += 1
        case UInt8(ascii: "."):
          if previous == UInt8(ascii: "w") { wordAddresses += 1 }
        case UInt8(ascii: ":"):
          wordAddresses += 1
          // A bare address costs the parser what three marks do.
          if index + 2 < line.upperBound, bytes[index + 1] == UInt8(ascii: "/"),
            bytes[index + 2] == UInt8(ascii: "/")
          {
            marks += 2
          }
        case UInt8(ascii: "["):
          if index == line.lowerBound { labelStart = index }
        case UInt8(ascii: "]"):
          closingBrackets += 1
          readLabelEnd(at: index, isEscaped: previous == UInt8(ascii: "\\"), of: line)
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
          if previous == UInt8(ascii: "<") { paragraphTags += 1 }
        default: break
        }
      }
      previous = byte
    }
    addressWork += wordAddresses * (line.upperBound - wordStart)
  }

  /// Reads a bracket that may end a label: that of a definition, `[label]: address`, has a colon behind it.
  private mutating func readLabelEnd(at index: Int, isEscaped: Bool, of line: Range<Int>) {
    guard let start = labelStart else { return }
    if index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: ":") {
      paragraphHasDefinition = true
    }
    // Behind the box of a task, `[x]`, a definition may start.
    if !isEscaped, index - start > 2 { labelStart = nil }
  }
}
