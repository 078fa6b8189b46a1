/// The digits of hexadecimal numbers.
package enum Hexadecimal {
  /// Returns a number in small letters, with zeros before it where it has fewer digits than asked.
  package static func text(of number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Returns the digit of the lower four bits of a value, in small letters.
  package static func digit(_ value: UInt8) -> UInt8 {
    let nibble = value & 0x0F
    return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  /// Returns the digit of the lower four bits of a value, in capital letters.
  package static func capitalDigit(_ value: UInt8) -> UInt8 {
    let nibble = value & 0x0F
    return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
  }
}

extension Sequence<UInt8> {
  /// The bytes in hexadecimal, two digits each, in small letters.
  package var hexadecimal: String {
    let bytes = Array(self)
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for (index, byte) in bytes.enumerated() {
        digits[2 * index] = Hexadecimal.digit(byte >> 4)
        digits[2 * index + 1] = Hexadecimal.digit(byte)
      }
      return 2 * bytes.count
    }
  }
}
