/// A line of a text, without the indentation that the blocks it is in take off.
struct DialectLine {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where it starts in the text.
  let start: Int
  /// What is left of it, in the text.
  private(set) var rest: Range<Int>
  /// The spaces before it that a tab is worth, once some were taken off.
  private(set) var spaces = 0
  /// Where its first visible sign is; its end when it has none.
  private(set) var first: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ first: Int) {
    self.bytes = bytes
    start = range.lowerBound
    rest = range
    self.first = first
  }

  /// How far it is indented, in columns.
  var indent: Int {
    var column = spaces
    for index in rest.lowerBound..<first {
      column = bytes[index] == 0x09 ? (column / 4 + 1) * 4 : column + 1
    }
    return column
  }

  /// Its text, from the first visible sign.
  var content: Slice<UnsafeBufferPointer<UInt8>> { bytes[first..<rest.upperBound] }

  /// Its text, without the spaces around it.
  var words: String {
    let end = (content.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? first - 1) + 1
    return String(decoding: bytes[first..<end], as: UTF8.self)
  }

  /// Takes off the sign of a quotation and a space; returns false for a line that is in none, as it is indented
  /// by less than the list item that the quotation is in, or like code.
  mutating func dropQuotation(from indent: Int) -> Bool {
    guard content.first == UInt8(ascii: ">"), (indent..<indent + 4).contains(self.indent) else {
      return false
    }
    let next = first + 1
    let start = next < rest.upperBound && bytes[next] == 0x20 ? next + 1 : next
    rest = start..<rest.upperBound
    spaces = 0
    first = bytes[rest].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? rest.upperBound
    return true
  }

  /// Takes off some of its indentation.
  mutating func dropIndent(_ columns: Int) {
    var column = min(spaces, columns)
    spaces -= column
    var index = rest.lowerBound
    while column < columns, index < first {
      let following = bytes[index] == 0x09 ? (column / 4 + 1) * 4 : column + 1
      if following > columns { spaces = following - columns }
      column = following
      index += 1
    }
    rest = index..<rest.upperBound
  }

  /// Returns the line from another place, as when a mark before it was read.
  func from(_ index: Int) -> DialectLine {
    DialectLine(bytes, index..<rest.upperBound, index, of: start)
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ first: Int, of start: Int
  ) {
    self.bytes = bytes
    self.start = start
    rest = range
    self.first = first
  }
}
