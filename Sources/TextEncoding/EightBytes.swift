/// Eight bytes of a text, looked at together.
///
/// What is found is a mask: the highest bit of each byte that was looked for, and no other.
struct EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest = ones &* 0x80
  private static let lower = ones &* 0x7F

  private let bytes: UInt64

  /// Reads the bytes from an index on, the first one into the lowest bits; zeros follow the end of the
  /// text.
  @inline(__always)
  init(of text: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index + 8 <= text.count {
      let bytes = UnsafeRawBufferPointer(text)
      self.bytes = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      var bytes: UInt64 = 0
      for place in (index..<text.count).reversed() { bytes = bytes << 8 | UInt64(text[place]) }
      self.bytes = bytes
    }
  }

  /// Returns the bytes that are equal to one.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let difference = bytes ^ (Self.ones &* UInt64(byte))
    return ~(((difference & Self.lower) &+ Self.lower) | difference) & Self.highest
  }

  /// Returns the bytes that are below one of at most 0x80.
  @inline(__always)
  func below(_ byte: UInt8) -> UInt64 {
    ~(((bytes & Self.lower) &+ Self.ones &* (0x80 &- UInt64(byte))) | bytes) & Self.highest
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Returns the index of the first byte that is looked for, from an index on; the length of
  /// the text when it holds no such byte.
  ///
  /// Most texts hold few of the bytes that are looked for, so eight are looked at together.
  ///
  /// - Parameter find: Returns the mask of those that are looked for.
  @inline(__always)
  func indexOrEnd(from start: Int, _ find: (EightBytes) -> UInt64) -> Int {
    var index = start
    while index < count {
      let found = find(EightBytes(of: self, at: index))
      if found != 0 { return Swift.min(index + found.trailingZeroBitCount / 8, count) }
      index += 8
    }
    return count
  }

  /// Returns the index of the first byte that is one of two, from an index on; the length of
  /// the text when it holds no such byte.
  package func indexOrEnd(of first: UInt8, or second: UInt8, from start: Int) -> Int {
    indexOrEnd(from: start) { $0.equal(to: first) | $0.equal(to: second) }
  }

  /// Returns the index of the first byte that is one of three, from an index on; the length of
  /// the text when it holds no such byte.
  package func indexOrEnd(
    of first: UInt8, _ second: UInt8, or third: UInt8, from start: Int
  ) -> Int {
    indexOrEnd(from: start) {
      $0.equal(to: first) | $0.equal(to: second) | $0.equal(to: third)
    }
  }
}
