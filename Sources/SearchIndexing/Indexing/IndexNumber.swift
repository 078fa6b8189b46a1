/// Whole numbers as printable ASCII: one byte below 60, two below 1,920.
///
/// A digit is a byte from `#` to `~`, `\` left out. A digit below 60 ends the number; another, `d`,
/// means `d + 31 × the number that follows`.
enum IndexNumber {
  /// Appends a number that is not negative.
  @inline(__always)
  static func append(_ number: Int, to output: inout [UInt8]) {
    var rest = number
    while rest >= 60 {
      let (quotient, remainder) = (rest - 60).quotientAndRemainder(dividingBy: 31)
      output.append(byte(60 + remainder))
      rest = quotient
    }
    output.append(byte(rest))
  }

  /// Returns how many bytes a number takes.
  @inline(__always)
  static func length(_ number: Int) -> Int {
    var (rest, length) = (number, 1)
    while rest >= 60 {
      rest = (rest - 60) / 31
      length += 1
    }
    return length
  }

  /// Returns the byte of a digit below 91.
  @inline(__always)
  static func byte(_ digit: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: digit < 57 ? digit + 35 : digit + 36)
  }

  /// Appends the numbers of a list that grows, as differences.
  static func appendAscending(_ numbers: [Int], to output: inout [UInt8]) {
    append(numbers.count, to: &output)
    var previous = -1
    for number in numbers {
      append(number - previous - 1, to: &output)
      previous = number
    }
  }
}
