/// Writes values one after another, in the form that ``ByteReader`` reads.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends a number that is not negative, in seven bits a byte, the lowest first.
  mutating func write(_ number: Int) {
    var rest = UInt(truncatingIfNeeded: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends any number in eight bytes, the lowest first.
  mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends a text after its length in bytes.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Appends whether there is a value, then the value.
  mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  /// Appends how many values there are, then each.
  mutating func write<Values: Collection>(
    _ values: Values, _ body: (inout ByteWriter, Values.Element) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}

/// Bytes that are not what they should be.
struct DamagedBytes: Error {}

/// Reads what ``ByteWriter`` wrote; other bytes make it throw, never read beyond their end.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func number() throws(DamagedBytes) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: number) }
      shift += 7
    }
    throw DamagedBytes()
  }

  mutating func wideNumber() throws(DamagedBytes) -> UInt64 {
    guard bytes.count - place >= 8 else { throw DamagedBytes() }
    defer { place += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  mutating func text() throws(DamagedBytes) -> String {
    let length = try count()
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  mutating func optional<Value>(
    _ body: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> Value? {
    try number() == 0 ? nil : body(&self)
  }

  mutating func list<Value>(
    _ body: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    let length = try count()
    var values: [Value] = []
    values.reserveCapacity(length)
    for _ in 0..<length { values.append(try body(&self)) }
    return values
  }

  /// Reads a number of values, each of which takes a byte at least.
  private mutating func count() throws(DamagedBytes) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw DamagedBytes() }
    return count
  }
}
