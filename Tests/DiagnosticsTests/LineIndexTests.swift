import Testing

@testable import Diagnostics

struct LineIndexTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (6, 3, 1), (99, 3, 3),
  ])
  func countsColumnsInScalars(offset: Int, line: Int, column: Int) {
    let index = LineIndex(Array("aé\n\r\nbc".utf8))
    #expect(index.position(atByte: offset) == SourcePosition(line: line, column: column))
  }

  @Test func countsColumnsOfLongLines() {
    let line = String(repeating: "é—a", count: 400)
    let index = LineIndex(Array("x\n\(line)\nz".utf8))
    var offset = 2
    for (column, scalar) in line.unicodeScalars.enumerated() {
      #expect(index.position(atByte: offset) == SourcePosition(line: 2, column: column + 1))
      #expect(index.text(ofLine: 2, scalars: column..<(column + 1)) == String(scalar))
      offset += String(scalar).utf8.count
    }
    #expect(index.scalarCount(ofLine: 2) == 1_200)
    #expect(index.text(ofLine: 2, scalars: 1_198..<2_000) == "—a")
    #expect(index.text(ofLine: 3, scalars: 0..<9) == "z")
  }

  /// Columns of long lines are not counted from their start each time.
  @Test(arguments: [1, 3])
  func countsColumnsOfEveryByte(lines: Int) {
    let text = Array(repeating: String(repeating: "aé😀", count: 1_000), count: lines)
      .joined(separator: "\n")
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    var right = SourcePosition(line: 1, column: 1)
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      #expect(index.position(atByte: offset) == right)
      let isEnd = byte == UInt8(ascii: "\n")
      right = SourcePosition(
        line: right.line + (isEnd ? 1 : 0), column: isEnd ? 1 : right.column + 1)
    }
    #expect(index.position(atByte: bytes.count) == right)
  }

  @Test func dropsCarriageReturns() {
    let index = LineIndex(Array("un\r\ndeux".utf8))
    #expect(index.text(ofLine: 1) == "un")
    #expect(index.text(ofLine: 2) == "deux")
    #expect(index.text(ofLine: 3) == nil)
  }
}
