/// The bytes at which the parser stops to look around.
enum InlineMarks {
  private static let marks = table("*_~`[]<>&\\!?\"':@.w|=+$%{^")
  private static let alone = table("[]<&\\@:w|!$%{\"'.")

  /// Whether a byte may be a mark.
  static func isMark(_ byte: UInt8) -> Bool { has(marks, byte) }

  /// Whether each of several equal bytes is a mark of its own, and not their run.
  static func standsAlone(_ byte: UInt8) -> Bool { has(alone, byte) }

  private static func has(_ table: (UInt64, UInt64), _ byte: UInt8) -> Bool {
    byte < 64
      ? table.0 >> UInt64(byte) & 1 == 1 : byte < 128 && table.1 >> UInt64(byte - 64) & 1 == 1
  }

  private static func table(_ bytes: StaticString) -> (UInt64, UInt64) {
    var table: (UInt64, UInt64) = (0, 0)
    for index in 0..<bytes.utf8CodeUnitCount {
      let byte = bytes.utf8Start[index]
      if byte < 64 { table.0 |= 1 << UInt64(byte) } else { table.1 |= 1 << UInt64(byte - 64) }
    }
    return table
  }
}
