extension [UInt8] {
  /// Appends the lower four bits of a value as a hexadecimal digit.
  mutating func append(hexadecimalDigit value: UInt8) {
    let nibble = value & 0x0F
    append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
  }
}
