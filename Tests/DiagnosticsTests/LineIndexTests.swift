import Diagnostics
import Testing

struct LineIndexTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (6, 3, 1), (99, 3, 3),
  ])
  func countsColumnsInScalars(offset: Int, line: Int, column: Int) {
    let index = LineIndex(Array("aé\n\r\nbc".utf8))
    #expect(index.position(atByte: offset) == SourcePosition(line: line, column: column))
  }

  @Test func dropsCarriageReturns() {
    let index = LineIndex(Array("un\r\ndeux".utf8))
    #expect(index.text(ofLine: 1) == "un")
    #expect(index.text(ofLine: 2) == "deux")
    #expect(index.text(ofLine: 3) == nil)
  }
}
