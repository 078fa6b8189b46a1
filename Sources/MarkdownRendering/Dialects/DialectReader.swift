/// Reads a text line by line and writes its blocks of other tools as quotations, lists and fences.
///
/// Each block has a file of its own: what opens it, and what it becomes. What is in fences, in
/// indented code and in raw HTML stays as it is.
struct DialectReader {
  /// Deeper blocks stay as they are typed.
  static let deepestLevel = 12
  /// How many lines are looked at for the end of a formula or a comment.
  static let maxLookAhead = 300

  let bytes: UnsafeBufferPointer<UInt8>
  let dialects: MarkdownOptions.Dialects
  var text = DialectText()
  var levels = [DialectLevel(.nothing)]
  /// The place of the line being read.
  private var current = 0
  /// The place of the next line.
  var next = 0
  /// The empty lines that no other line followed yet.
  var emptyLines: [Int] = []
  var endsWithEmptyLine = true
  /// What the lines up to a place were looked through for in vain.
  var fruitlessEnd: [String: Int] = [:]

  /// Whether lines may hold marks that are written anew.
  let hasInlineMarks: Bool
  /// Whether lines may hold `{% raw %}`.
  let hasRawTags: Bool
  /// The notes that stand among the words, and the lines that they are on.
  var notes: [(text: [UInt8], offset: Int)] = []
  /// The names that the next block has for links.
  var places: [String] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialects: MarkdownOptions.Dialects) {
    self.bytes = bytes
    hasInlineMarks = InlineRewriting.mayBe(in: bytes)
    hasRawTags = dialects.contains(.admonitions) && RawTags.mayBe(in: bytes)
    self.dialects = dialects
    text.bytes.reserveCapacity(bytes.count + bytes.count / 8)
  }

  var level: DialectLevel {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  mutating func read() -> DialectText {
    while let line = takeLine() { read(line) }
    for level in levels {
      if case .signs(let sign, let count) = level.end {
        let mark = String(repeating: Character(Unicode.Scalar(sign)), count: count)
        text.openBlocks.append((mark, level.offset))
      } else if case .tag(let name) = level.end, name.first != "#" {
        text.openBlocks.append(("{% end\(name) %}", level.offset))
      }
    }
    writeNotes()
    return text
  }

  /// Writes the texts of the notes among the words behind all blocks.
  private mutating func writeNotes() {
    guard !notes.isEmpty, levels[0].fence == nil, levels[0].rawEnd == nil else { return }
    levels.removeSubrange(1...)
    for (index, note) in notes.enumerated() {
      separate()
      write(
        Array("[^\(InlineRewriting.noteName)\(index + 1)]: ".utf8) + note.text, from: note.offset)
    }
  }

  /// Returns the next line without its end.
  mutating func takeLine() -> Range<Int>? {
    guard next < bytes.count else { return nil }
    let start = next
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    next = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
    return start..<end
  }

  private mutating func read(_ range: Range<Int>) {
    current = range.lowerBound
    guard let first = range.first(where: { bytes[$0] != 0x20 && bytes[$0] != 0x09 }) else {
      leaveQuotations()
      return emptyLines.append(range.lowerBound)
    }
    var line = DialectLine(bytes, range, first)
    guard enterLevels(&line) else { return emptyLines.append(range.lowerBound) }
    if !emptyLines.isEmpty {
      level.paragraphLines = 0
      level.isInHTML = false
    }
    if isVerbatim(line) { return writeVerbatim(line) }
    while let last = level.listOffsets.last, last > line.indent { level.listOffsets.removeLast() }
    let isCode = line.indent - (level.listOffsets.last ?? 0) >= 4
    if readElementEnd(line) || !isCode && readBlock(line) { return }
    readText(line, isCode: isCode)
  }

  /// Takes off what the open blocks indent their lines by, and closes those that end before it.
  ///
  /// - Returns: Whether something is left of the line, and not the signs of a quotation alone.
  private mutating func enterLevels(_ line: inout DialectLine) -> Bool {
    for index in levels.indices.dropFirst() {
      switch levels[index].end {
      case .indentation(let columns):
        guard line.indent >= columns else {
          close(from: index)
          return true
        }
        line.dropIndent(columns)
      case .quotation:
        guard line.dropQuotation(from: levels[index].indent) else {
          levels.removeSubrange(index...)
          return true
        }
        if line.content.isEmpty { return false }
      default: line.dropIndent(min(line.indent, levels[index].indent))
      }
    }
    return true
  }

  /// Whether a line is of a fence or of raw HTML, which it may end.
  private mutating func isVerbatim(_ line: DialectLine) -> Bool {
    if let end = level.rawEnd {
      if line.content.firstRange(of: end) != nil { level.rawEnd = nil }
      return true
    }
    guard let fence = level.fence else { return false }
    guard line.indent >= fence.indent else {
      level.fence = nil
      return false
    }
    let signs = line.content.prefix { $0 == fence.sign }
    if signs.count >= fence.length,
      line.content.dropFirst(signs.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      level.fence = nil
    }
    return true
  }

  // MARK: Levels

  /// Opens a block; its lines are those of a quotation unless it leaves no trace.
  mutating func open(
    _ end: DialectLevel.End, at line: DialectLine, alert: [UInt8]?, indent: Int? = nil
  ) {
    var prefix = level.prefix
    if let alert {
      separate()
      let spaces = [UInt8](repeating: 0x20, count: min(line.indent, 60))
      write(spaces + Array("> ".utf8) + alert, from: line.start)
      write(spaces + Array(">".utf8), from: next)
      endsWithEmptyLine = true
      prefix += spaces + Array("> ".utf8)
    } else {
      write([], from: line.start)
    }
    endParagraph()
    levels.append(
      DialectLevel(end, indent: indent ?? line.indent, prefix: prefix, offset: line.start))
  }

  /// Closes a block and those in it: what follows is no part of it.
  mutating func close(from index: Int) {
    let wasQuoting = levels[index...].contains(where: \.isQuoting)
    levels.removeSubrange(index...)
    if wasQuoting { separate() }
    endParagraph()
  }

  mutating func endParagraph() {
    level.paragraphLines = 0
    level.term = nil
    level.isDefining = false
  }

  // MARK: Output

  /// Writes an empty line, unless there is one already.
  mutating func separate() {
    writeEmptyLines()
    if !endsWithEmptyLine { write([], from: current) }
  }

  mutating func writeEmptyLines() {
    for offset in emptyLines { append([], from: offset) }
    if !emptyLines.isEmpty { endsWithEmptyLine = true }
    emptyLines = []
  }

  /// Writes a line as it is, but for what the blocks that it is in take off and put before it.
  mutating func write(_ line: DialectLine) {
    writeEmptyLines()
    text.lineOffsets.append(line.start)
    text.bytes += level.prefix
    text.bytes += [UInt8](repeating: 0x20, count: line.spaces)
    text.bytes += bytes[line.rest]
    text.bytes.append(0x0A)
    endsWithEmptyLine = false
  }

  /// Writes a line of another text.
  mutating func write(_ content: [UInt8], from offset: Int) {
    writeEmptyLines()
    append(content, from: offset)
    endsWithEmptyLine = content.isEmpty
  }

  private mutating func append(_ content: [UInt8], from offset: Int) {
    text.lineOffsets.append(offset)
    let prefix =
      content.isEmpty ? level.prefix.dropLast(level.isQuoting ? 1 : 0) : level.prefix[...]
    text.bytes += prefix
    text.bytes += content
    text.bytes.append(0x0A)
  }
}
