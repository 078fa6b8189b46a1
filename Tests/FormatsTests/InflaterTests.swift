import Testing

@testable import Formats

struct InflaterTests {
  @Test(arguments: [1, 999, 65_536, 65_537, 300_000])
  func tellsHowManyBytesAStreamHolds(count: Int) throws {
    let bytes = [UInt8](repeating: 7, count: count)
    let stream = Deflater(.least).compress(bytes) ?? [1, 1, 0, 0xFE, 0xFF, 7]
    #expect(Inflater.length(of: stream[...], atMost: count) == count)
    #expect(Inflater.length(of: stream[...], atMost: count - 1) == nil)
    #expect(Inflater.length(of: stream.dropLast(), atMost: count) == nil)
  }

  @Test(arguments: [[], [7], [0xFF, 0xFF, 0xFF]] as [[UInt8]])
  func readsNoStreamThatIsBroken(bytes: [UInt8]) {
    #expect(Inflater.length(of: bytes[...], atMost: 1_000) == nil)
  }
}
