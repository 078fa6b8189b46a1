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

  @Test func dropsCarriageReturns() {
    let index = LineIndex(Array("un\r\ndeux".utf8))
    #expect(index.text(ofLine: 1) == "un")
    #expect(index.text(ofLine: 2) == "deux")
    #expect(index.text(ofLine: 3) == nil)
  }
}
