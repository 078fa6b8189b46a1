/// A hash that is the same in every run: two values that differ share one in one case of 2⁶⁴.
public struct StableHash: Sendable {
  @usableFromInline
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of all that was added.
  public var value: UInt64 { state ^ state >> 29 }

  /// Creates the hash of nothing.
  public init() {}

  /// Adds a number.
  @inlinable
  public mutating func add(_ number: UInt64) {
    // Multiplying 64 bits to 128 and folding them mixes every bit into every other.
    let product = (state ^ number).multipliedFullWidth(by: 0xFF51_AFD7_ED55_8CCD)
    state = (product.high ^ product.low) &+ 0xC4CE_B9FE_1A85_EC53
  }

  /// Adds a number.
  public mutating func add(_ number: Int) { add(UInt64(truncatingIfNeeded: number)) }

  /// Adds a text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes.
  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Adds bytes.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(bytes.count)
    var place = 0
    while place + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    guard place < bytes.count else { return }
    var rest: UInt64 = 0
    for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
    add(rest)
  }

  /// Returns the hash of what a closure adds.
  public static func of(_ add: (inout StableHash) -> Void) -> UInt64 {
    var hash = StableHash()
    add(&hash)
    return hash.value
  }
}
