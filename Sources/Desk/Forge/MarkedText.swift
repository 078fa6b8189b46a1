import Crypto
import TextEncoding

/// A text that is made anew, with a mark at its end that tells whether somebody has changed it since.
struct MarkedText {
  /// How a line of the text says something to people alone.
  enum Comment {
    case hash, slashes, markup

    fileprivate func line(_ text: String) -> String {
      switch self {
      case .hash: "# \(text)\n"
      case .slashes: "// \(text)\n"
      case .markup: "<!-- \(text) -->\n"
      }
    }
  }

  private static let start = "archipel desk --forge : "

  /// The whole text, its mark included.
  let bytes: [UInt8]

  init(_ text: String, _ comment: Comment) {
    let mark = Self.start + Self.digest(of: Array(text.utf8))
    bytes = Array((text + comment.line(mark)).utf8)
  }

  /// Whether a file is one that nobody has changed since it was made.
  static func isUntouched(_ bytes: [UInt8]) -> Bool {
    let lineEnd = UInt8(ascii: "\n")
    guard bytes.last == lineEnd else { return false }
    let start = bytes.dropLast().lastIndex(of: lineEnd).map { $0 + 1 } ?? 0
    let mark = String(decoding: bytes[start...], as: UTF8.self)
    return mark.contains(Self.start + digest(of: Array(bytes[..<start])))
  }

  private static func digest(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }
}
