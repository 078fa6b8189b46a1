import TextEncoding

/// A UUID that is computed from a name: always the same for the same name.
///
/// It is of version 8 (RFC 9562, section 5.8), the version for ways of one's own: the 128-bit
/// FNV-1a hash of the name's UTF-8, with the six bits of version and variant set.
package struct NameUUID {
  private let value: UInt128

  package init(name: String) {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in name.utf8 {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    let version = UInt128(0xF) << 76
    let variant = UInt128(0x3) << 62
    value = hash & ~(version | variant) | UInt128(8) << 76 | UInt128(2) << 62
  }

  /// The UUID as a URN, as in `urn:uuid:f81d4fae-7dec-81d0-a765-00a0c91e6bf6`.
  package var urn: String { "urn:uuid:" + text }

  /// The UUID alone, as in `f81d4fae-7dec-81d0-a765-00a0c91e6bf6`.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(36)
    for digit in 0..<32 {
      if [8, 12, 16, 20].contains(digit) { bytes.append("-") }
      let half = digit < 16 ? high : low
      bytes.append(Hexadecimal.digit(UInt8(truncatingIfNeeded: half >> (60 - 4 * (digit % 16)))))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var high: UInt64 { UInt64(truncatingIfNeeded: value >> 64) }
  private var low: UInt64 { UInt64(truncatingIfNeeded: value) }
}
