import Testing

@testable import PreviewServer

@Suite struct HeadMeterTests {
  /// Measures a text in pieces of a length.
  private static func excess(_ text: String, piece: Int = .max) -> HeadMeter.Excess? {
    var meter = HeadMeter()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if let excess = meter.add(rest.prefix(piece)) { return excess }
      rest = rest.dropFirst(piece)
    }
    return nil
  }

  @Test(arguments: [1, 2, 7, 1000, .max])
  func findsTheEndOfAHead(piece: Int) {
    var meter = HeadMeter()
    var rest = Array("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)[...]
    while !rest.isEmpty {
      #expect(!meter.isWhole)
      #expect(meter.add(rest.prefix(piece)) == nil)
      rest = rest.dropFirst(piece)
    }
    #expect(meter.isWhole)
    #expect(meter.add(Array(repeating: UInt8(ascii: "a"), count: 1 << 20)) == nil)
  }

  @Test(arguments: [1, 1000, .max])
  func boundsTheRequestLine(piece: Int) {
    let line = String(repeating: "a", count: HeadMeter.maxLine)
    #expect(Self.excess("\r\n\r\n\(line)\nHost: a\n\n", piece: piece) == nil)
    #expect(Self.excess("a\(line)", piece: piece) == .requestLine)
    #expect(Self.excess("a\(line)\nHost: a\n\n", piece: piece) == .requestLine)
  }

  @Test(arguments: [1, 1000, .max])
  func boundsTheFields(piece: Int) {
    let line = "GET / HTTP/1.1\r\n"
    let long = String(repeating: "a", count: HeadMeter.maxHead - line.utf8.count - 4)
    #expect(Self.excess("\(line)\(long)\r\n\r\n", piece: piece) == nil)
    #expect(Self.excess("\(line)a\(long)\r\n\r\n", piece: piece) == .fields)
    #expect(Self.excess(String(repeating: "\r\n", count: 1 << 16), piece: piece) == .fields)
    let many = String(repeating: "a:b\r\n", count: HeadMeter.maxFields)
    #expect(Self.excess("\(line)\(many)\r\n", piece: piece) == nil)
    #expect(Self.excess("\(line)\(many)a:b\r\n", piece: piece) == .fields)
  }
}
