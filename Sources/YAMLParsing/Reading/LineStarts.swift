/// Where the lines of a text start, for texts that YAML counts in another way than editors do.
///
/// YAML 1.1 ends lines at U+0085, U+2028 and U+2029 too, so that what libyaml says of lines and columns
/// after one of them is nowhere in the file.
struct LineStarts {
  /// The first Unicode scalar of each line, by its rank in the text.
  private let starts: [Int]

  /// Reads the lines of a text; nil when libyaml counts them as editors do.
  init?(_ bytes: [UInt8]) {
    guard Self.hasOtherLineEnds(bytes) else { return nil }
    var starts = [0]
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n") {
        starts.append(scalars)
      }
    }
    self.starts = starts
  }

  private static func hasOtherLineEnds(_ bytes: [UInt8]) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if last.1 == 0xC2, byte == 0x85 { return true }
      if last == (0xE2, 0x80), byte == 0xA8 || byte == 0xA9 { return true }
      last = (last.1, byte)
    }
    return false
  }

  /// Returns the place of a Unicode scalar by its rank in the text.
  func mark(ofScalar index: Int) -> YAMLMark {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return YAMLMark(line: low + 1, column: index - starts[low] + 1)
  }
}
