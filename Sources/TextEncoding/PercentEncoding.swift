/// Reads and writes percent-encoded text (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// Returns a text with every `%` and two hexadecimal digits decoded; anything else stays.
  public static func decode(_ text: some StringProtocol) -> String {
    String(decoding: bytes(of: text, keepsOthers: true) ?? [], as: UTF8.self)
  }

  /// Returns a text with every `%` and two hexadecimal digits decoded; nil when a `%` is followed by
  /// anything else, or when what is decoded is not UTF-8.
  public static func decodeWhole(_ text: some StringProtocol) -> String? {
    bytes(of: text, keepsOthers: false).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Returns a text as a value of a query: letters, digits, `-`, `.`, `_` and `~` are kept.
  package static func encodeComponent(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      default: append(byte, to: &encoded)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Appends a byte percent-encoded, in capital letters.
  package static func append(_ byte: UInt8, to encoded: inout [UInt8]) {
    encoded += [
      UInt8(ascii: "%"), Hexadecimal.capitalDigit(byte >> 4), Hexadecimal.capitalDigit(byte),
    ]
  }

  private static func bytes(of text: some StringProtocol, keepsOthers: Bool) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "%") {
        decoded.append(bytes[index])
        index += 1
      } else if index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        guard keepsOthers else { return nil }
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
