import TextEncoding

extension [UInt8] {
  /// Appends the last digits of a number from 0, zeros in front.
  mutating func append(decimal value: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
