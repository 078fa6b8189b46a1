/// Writes text and addresses into HTML, as libcmark-gfm does.
enum HTMLEscaping {
  /// Appends a text, `& < > "` written as entities.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      if let entity = entity(of: text[index]) {
        output.append(contentsOf: text[start..<index])
        output.append(entity)
        start = index + 1
      }
      index += 1
    }
    output.append(contentsOf: text[start..<index])
  }

  /// Appends a text, `& < > "` written as entities.
  static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  /// Appends text of HTML, whose references stay, `< >` written as entities.
  static func appendMarkup(_ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      default: output.append(byte)
      }
    }
  }

  /// Appends an address for an attribute, percent-encoding what an address cannot hold.
  static func appendAddress(_ address: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "'"): output.append("&#x27;")
      case _ where isAddressByte(byte): output.append(byte)
      default:
        output.append(UInt8(ascii: "%"))
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 15))
      }
    }
  }

  /// Appends an address for an attribute, percent-encoding what an address cannot hold.
  static func appendAddress(_ address: String, to output: inout [UInt8]) {
    var address = address
    address.withUTF8 { appendAddress($0, to: &output) }
  }

  @inline(__always)
  static func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "/"),
      UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension [UInt8] {
  /// Appends the bytes of a literal.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    append(contentsOf: String(number).utf8)
  }
}
