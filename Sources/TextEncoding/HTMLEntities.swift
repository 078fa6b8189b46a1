/// Character references in HTML: `&amp;`, `&#233;`, `&#xE9;`.
public enum HTMLEntities {
  /// The names that people write; others stay as they are written.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â",
    "ccedil": "ç", "icirc": "î", "iuml": "ï", "ocirc": "ô", "ugrave": "ù", "ucirc": "û",
    "Eacute": "É", "Egrave": "È", "Agrave": "À", "Ccedil": "Ç", "oelig": "œ", "OElig": "Œ",
    "laquo": "«", "raquo": "»", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "euro": "€", "copy": "©", "deg": "°",
    "middot": "·", "bull": "•", "times": "×", "rarr": "→", "larr": "←", "thinsp": "\u{2009}",
    "shy": "\u{AD}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "colon": ":", "Tab": "\t",
    "NewLine": "\n",
  ]
  private static let maxNameLength = 10

  /// Returns a text with its references decoded.
  public static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var text = text
    return text.withUTF8 { decode($0[...]) }
  }

  /// Returns a text in UTF-8 with its references decoded.
  public static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.first {
      let name = rest.dropFirst().prefix(maxNameLength + 1).prefix { $0 != UInt8(ascii: ";") }
      if byte == UInt8(ascii: "&"), name.endIndex < rest.endIndex,
        rest[name.endIndex] == UInt8(ascii: ";"),
        let text = text(for: String(decoding: name, as: UTF8.self))
      {
        decoded.append(contentsOf: text.utf8)
        rest = rest[(name.endIndex + 1)...]
      } else {
        decoded.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func text(for name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    return String(scalar)
  }
}
