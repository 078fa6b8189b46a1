import ByteCoding
import Testing

@Suite struct ByteCodingTests {
  private static let numbers = [0, 1, 127, 128, 16_383, 16_384, Int.max]

  private static var written: [UInt8] {
    var writer = ByteWriter()
    writer.write(numbers) { $0.write($1) }
    writer.write(UInt64.max - 1)
    writer.write("œuvre")
    writer.write(bytes: [0, 0xFF][...])
    writer.write([7, UInt32.max])
    writer.write(String?.none) { $0.write($1) }
    writer.write(String?.some("")) { $0.write($1) }
    return writer.bytes
  }

  private static func read(_ bytes: [UInt8]) throws(CorruptData) -> [String] {
    var reader = ByteReader(bytes)
    let values = try reader.list { reader throws(CorruptData) in try reader.number() }
    let rest = [
      String(try reader.wideNumber()), try reader.text(), String(describing: try reader.slice()),
      String(describing: try reader.numbers()),
      String(describing: try reader.optional { reader throws(CorruptData) in try reader.text() }),
      String(describing: try reader.optional { reader throws(CorruptData) in try reader.text() }),
    ]
    guard reader.isAtEnd else { throw CorruptData() }
    return values.map(String.init) + rest
  }

  @Test func readsWhatWasWritten() throws {
    let expected =
      Self.numbers.map(String.init)
      + [String(UInt64.max - 1), "œuvre", "[0, 255]", "[7, 4294967295]", "nil", "Optional(\"\")"]
    #expect(try Self.read(Self.written) == expected)
  }

  @Test func refusesBytesThatAreCut() {
    for length in Self.written.indices {
      #expect(throws: CorruptData.self) { try Self.read(Array(Self.written.prefix(length))) }
    }
  }

  @Test(arguments: [
    [UInt8](repeating: 0xFF, count: 20),
    [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0],
    [5, 1, 2],
  ])
  func refusesALengthBeyondTheEnd(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    #expect(throws: CorruptData.self) { try reader.slice() }
  }

  @Test func takesSealedBytesThatAreWholeAlone() throws {
    let bytes = Self.written
    let sealed = bytes + bytes.seal
    #expect(try sealed.verifyingChecksum() == bytes)
    #expect(try [UInt8]().seal.verifyingChecksum() == [])
    for length in 0..<sealed.count {
      #expect(throws: CorruptData.self) { try Array(sealed[..<length]).verifyingChecksum() }
    }
    for place in sealed.indices {
      var damaged = sealed
      damaged[place] ^= 1
      #expect(throws: CorruptData.self) { try damaged.verifyingChecksum() }
    }
  }
}
