/// Reads what ``ByteWriter`` wrote; other bytes make it throw, never read beyond their end.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  /// Where the next value starts.
  public private(set) var place = 0
  private let end: Int

  /// Creates a reader at the first of some bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  /// Creates a reader of a part of some bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.init(Array(bytes))
  }

  /// Creates a reader of a part of some bytes; what of it is beyond their end is not there.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: bytes.indices)
    place = range.lowerBound
    end = range.upperBound
  }

  /// Whether all was read.
  public var isAtEnd: Bool { place == end }

  /// Reads a number; a damaged one may be negative.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func number() throws(CorruptData) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while place < end, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: number) }
      shift += 7
    }
    throw CorruptData()
  }

  /// Reads a number of eight bytes.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func wideNumber() throws(CorruptData) -> UInt64 {
    guard end - place >= 8 else { throw CorruptData() }
    defer { place += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  /// Reads numbers of eight bytes after how many there are.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func wideNumbers() throws(CorruptData) -> [UInt64] {
    let count = try count()
    guard count <= (end - place) / 8 else { throw CorruptData() }
    defer { place += 8 * count }
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { index in
        UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8 * index, as: UInt64.self))
      }
    }
  }

  /// Reads a text.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func text() throws(CorruptData) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  /// Reads bytes after their number.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func slice() throws(CorruptData) -> ArraySlice<UInt8> {
    let length = try count()
    defer { place += length }
    return bytes[place..<place + length]
  }

  /// Reads numbers of four bytes each, after how many there are.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func numbers() throws(CorruptData) -> [UInt32] {
    let count = try count()
    guard count <= (end - place) / 4 else { throw CorruptData() }
    defer { place += count * 4 }
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { number in
        UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place + number * 4, as: UInt32.self))
      }
    }
  }

  /// Reads a value, if there is one.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  @inlinable
  public mutating func optional<Value>(
    _ body: (inout ByteReader) throws(CorruptData) -> Value
  ) throws(CorruptData) -> Value? {
    try number() == 0 ? nil : body(&self)
  }

  /// Reads values after their number.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  @inlinable
  public mutating func list<Value>(
    _ body: (inout ByteReader) throws(CorruptData) -> Value
  ) throws(CorruptData) -> [Value] {
    let length = try count()
    var values: [Value] = []
    values.reserveCapacity(length)
    for _ in 0..<length { values.append(try body(&self)) }
    return values
  }

  /// Reads a number of values, each of which takes a byte at least.
  ///
  /// - Throws: ``CorruptData`` where the bytes hold no such value.
  public mutating func count() throws(CorruptData) -> Int {
    let count = try number()
    guard count >= 0, count <= end - place else { throw CorruptData() }
    return count
  }
}
