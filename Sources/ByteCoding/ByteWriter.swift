/// Writes values one after another, in the form that ``ByteReader`` reads.
public struct ByteWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Creates a writer that has written nothing.
  ///
  /// - Parameter capacity: How many bytes are about to be written, roughly.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends a number that is not negative, in seven bits a byte, the lowest first.
  public mutating func write(_ number: Int) {
    var rest = UInt(truncatingIfNeeded: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends any number in eight bytes, the lowest first.
  public mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends numbers of eight bytes each, the lowest first, after how many there are.
  public mutating func write(_ numbers: [UInt64]) {
    write(numbers.count)
    bytes.reserveCapacity(bytes.count + 8 * numbers.count)
    for number in numbers { write(number) }
  }

  /// Appends a text after its length in bytes.
  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Appends bytes after their number.
  public mutating func write(bytes other: ArraySlice<UInt8>) {
    write(other.count)
    bytes.append(contentsOf: other)
  }

  /// Appends numbers of four bytes each, the lowest first, after how many there are.
  public mutating func write(_ numbers: [UInt32]) {
    write(numbers.count)
    bytes.reserveCapacity(bytes.count + numbers.count * 4)
    for number in numbers {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// Appends whether there is a value, then the value.
  @inlinable
  public mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  /// Appends bytes as they are.
  public mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Appends how many values there are, then each.
  @inlinable
  public mutating func write<Values: Collection>(
    _ values: Values, _ body: (inout ByteWriter, Values.Element) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}
