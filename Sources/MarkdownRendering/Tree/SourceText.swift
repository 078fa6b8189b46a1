import Diagnostics

/// The text of a document, to say where in its file something stands.
///
/// The parser knows the lines of blocks, not the places of inlines: these are found again by their
/// text, each search starting where the last one ended.
struct SourceText {
  /// How far a search goes, so that a document of links that cannot be found stays linear.
  private static let searchWindow = 2_048
  private static let textWindow = 512

  private let path: String
  private let firstLine: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private let fixedLocation: SourceLocation?
  private var lineStarts: [Int] = []
  /// What the parser read, when it is not the text itself.
  private let dialect: DialectText?
  /// Where the lines of it start.
  private var dialectLineStarts: [Int] = []
  /// The files that its lines come from, when it includes some.
  private let expanded: ExpandedText?
  private var cursor = 0
  private var blockEnd = 0
  /// The last place whose column was counted.
  private var counted = (offset: 0, column: 1)

  /// Creates the text of a file's body, which must outlive it.
  ///
  /// - Parameters:
  ///   - dialect: What the parser read, if that is another text.
  ///   - expanded: The files that its lines come from, when it includes some.
  init(
    path: String, firstLine: Int, bytes: UnsafeBufferPointer<UInt8>, dialect: DialectText? = nil,
    expanded: ExpandedText? = nil
  ) {
    self.dialect = dialect
    self.expanded = expanded
    self.path = path
    self.firstLine = firstLine
    self.bytes = bytes
    fixedLocation = nil
  }

  /// Creates a text of which everything stands at one place.
  init(fixedAt location: SourceLocation) {
    path = location.path
    firstLine = 1
    dialect = nil
    expanded = nil
    bytes = UnsafeBufferPointer(start: nil, count: 0)
    fixedLocation = location
  }

  /// Moves to a block: what is searched next stands in it.
  mutating func enterBlock(startLine: Int, endLine: Int, outOfOrder: Bool = false) {
    guard fixedLocation == nil else { return }
    let start = offset(ofLine: startLine)
    cursor = outOfOrder ? start : max(cursor, start)
    blockEnd = offset(ofLine: max(startLine, endLine) + 1)
  }

  /// Returns where a line of the text starts, its indentation skipped.
  mutating func location(line: Int, column: Int = 1) -> SourceLocation {
    if let fixedLocation { return fixedLocation }
    guard dialect != nil else {
      return location(atByte: offset(ofLine: line) + max(0, column - 1), length: 1)
    }
    var start = offset(ofLine: line)
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return location(atByte: start, length: 1)
  }

  /// Returns where a text stands in the current block, or where the nearest known line starts.
  mutating func location(
    of needle: UnsafeBufferPointer<UInt8>, notBeforeLine line: Int
  ) -> SourceLocation {
    if let fixedLocation { return fixedLocation }
    if line > 0 {
      let start = offset(ofLine: line)
      if start < blockEnd { cursor = max(cursor, start) }
    }
    let limit = min(blockEnd, cursor + Self.searchWindow, bytes.count)
    guard let found = find(needle, from: cursor, to: limit) else {
      return location(atByte: min(cursor, bytes.count), length: 1)
    }
    cursor = found + needle.count
    return location(atByte: found, length: scalarCount(from: found, to: cursor))
  }

  /// Returns where the address of a link or an image stands, behind `](`, and where it ends; where the text of
  /// the link does when the address is written elsewhere, as that of a reference.
  ///
  /// What is searched next may stand before it, as what the text of a link holds: see ``skip(to:)``.
  mutating func location(
    ofAddress address: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>?,
    notBeforeLine line: Int
  ) -> (location: SourceLocation, end: Int) {
    if let fixedLocation { return (fixedLocation, 0) }
    if line > 0 {
      let start = offset(ofLine: line)
      if start < blockEnd { cursor = max(cursor, start) }
    }
    let limit = min(blockEnd, cursor + Self.searchWindow, bytes.count)
    var (index, other): (Int, Int?) = (cursor, nil)
    while let found = find(address, from: index, to: limit) {
      if isAddress(at: found) { return place(found, address.count) }
      other = other ?? found
      index = found + 1
    }
    index = cursor
    let textLimit = min(limit, cursor + Self.textWindow)
    while let text, let found = find(text, from: index, to: textLimit) {
      let end = found + text.count
      if found > 0, bytes[found - 1] == UInt8(ascii: "["), end < bytes.count,
        bytes[end] == UInt8(ascii: "]"), bytes[(end + 1)...].first != UInt8(ascii: "(")
      {
        return (location(atByte: found, length: 1), found)
      }
      index = found + 1
    }
    return other.map { place($0, address.count) }
      ?? (location(atByte: min(cursor, bytes.count), length: 1), cursor)
  }

  private mutating func place(_ start: Int, _ length: Int) -> (SourceLocation, Int) {
    let count = scalarCount(from: start, to: start + length)
    return (location(atByte: start, length: count), start + length)
  }

  /// Starts the next search after a place.
  mutating func skip(to place: Int) { cursor = max(cursor, place) }

  /// Whether `](`, with spaces or `<`, comes before a place.
  private func isAddress(at place: Int) -> Bool {
    var index = place - 1
    if index > 0, bytes[index] == UInt8(ascii: "<") { index -= 1 }
    while index > 0, bytes[index] <= 0x20, place - index < 8 { index -= 1 }
    return index > 0 && bytes[index] == UInt8(ascii: "(") && bytes[index - 1] == UInt8(ascii: "]")
  }

  /// Returns where a text stands in the current block, near the start of a line; nil when it is
  /// not written so.
  mutating func locationIfThere(
    of needle: UnsafeBufferPointer<UInt8>, notBeforeLine line: Int
  ) -> SourceLocation? {
    if let fixedLocation { return fixedLocation }
    let start = max(cursor, line > 0 ? offset(ofLine: line) : 0)
    let limit = min(blockEnd, start + Self.searchWindow, bytes.count)
    return find(needle, from: start, to: limit).map { location(atByte: $0, length: 1) }
  }

  /// Whether a line that the parser read is a fence, whatever it is nested in.
  mutating func isFence(line: Int) -> Bool {
    let signs = bytes(ofReadLine: line).drop { [0x20, 0x09, UInt8(ascii: ">")].contains($0) }
    return signs.starts(with: "```".utf8) || signs.starts(with: "~~~".utf8)
  }

  /// How many cells a row of a table is written with.
  mutating func cellCount(ofLine line: Int) -> Int {
    var (bars, isEscaped) = (0, false)
    var (first, last): (UInt8?, UInt8?) = (nil, nil)
    for byte in bytes(ofReadLine: line) where byte > 0x20 {
      // A row in a quotation comes after its mark.
      if first == nil, byte == UInt8(ascii: ">") { continue }
      let isBar = byte == UInt8(ascii: "|") && !isEscaped
      if isBar { bars += 1 }
      if first == nil { first = byte }
      last = isBar ? byte : 0
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let outer = (first == UInt8(ascii: "|") ? 1 : 0) + (last == UInt8(ascii: "|") ? 1 : 0)
    return bars + 1 - outer
  }

  // MARK: Offsets

  /// Returns a line as the parser read it.
  private mutating func bytes(ofReadLine line: Int) -> [UInt8] {
    guard let dialect else {
      let start = offset(ofLine: line)
      return bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }.map(\.self)
    }
    if dialectLineStarts.isEmpty {
      dialectLineStarts = [0]
      for (index, byte) in dialect.bytes.enumerated() where byte == 0x0A {
        dialectLineStarts.append(index + 1)
      }
    }
    guard line > 0, line <= dialectLineStarts.count else { return [] }
    return dialect.bytes[dialectLineStarts[line - 1]...].prefix { $0 != 0x0A && $0 != 0x0D }
      .map(\.self)
  }

  /// Returns where a line that the parser read starts in the text.
  mutating func offset(ofLine line: Int) -> Int {
    if let lineOffsets = dialect?.lineOffsets {
      return line < 1 ? 0 : line <= lineOffsets.count ? lineOffsets[line - 1] : bytes.count
    }
    if lineStarts.isEmpty { lineStarts = bytes.lineStarts }
    if line < 1 { return 0 }
    return line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
  }

  /// Returns a place of the text.
  mutating func location(atByte offset: Int, length: Int) -> SourceLocation {
    if lineStarts.isEmpty { lineStarts = bytes.lineStarts }
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = column(ofByte: min(offset, bytes.count), inLineAt: lineStarts[low])
    return expanded?.location(line: low, column: column, length: length)
      ?? SourceLocation(path: path, line: firstLine + low, column: column, length: length)
  }

  /// Returns the column of a byte: counted from the last one asked for on the same line, so that a
  /// document of one line takes linear time.
  private mutating func column(ofByte offset: Int, inLineAt start: Int) -> Int {
    if counted.offset < start || counted.offset > offset { counted = (start, 1) }
    let column = counted.column + scalarCount(from: counted.offset, to: offset)
    counted = (offset, column)
    return column
  }

  private func scalarCount(from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  private func find(
    _ needle: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard let first = needle.first, end - start >= needle.count else { return nil }
    var index = start
    while index <= end - needle.count {
      if bytes[index] == first {
        var matched = 1
        while matched < needle.count, bytes[index + matched] == needle[matched] { matched += 1 }
        if matched == needle.count { return index }
      }
      index += 1
    }
    return nil
  }
}
