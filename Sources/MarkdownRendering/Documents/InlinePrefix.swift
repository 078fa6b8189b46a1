/// What is put before a line so that no block syntax is seen in it.
enum InlinePrefix {
  static let bytes: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: " ")]
}
