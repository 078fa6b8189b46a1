/// Many byte strings in one array.
struct ByteStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []

  init() {}

  /// Puts together what ``bytes`` and ``ends`` gave; nil when they do not fit.
  init?(bytes: [UInt8], ends: [UInt32]) {
    guard ends.last ?? 0 == bytes.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return nil
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// How many strings there are.
  var count: Int { ends.count }

  @inline(__always)
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  mutating func append(_ string: some Collection<UInt8>) {
    bytes.append(contentsOf: string)
    ends.append(UInt32(bytes.count))
  }
}
