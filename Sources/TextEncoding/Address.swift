/// Addresses inside the published site, relative to its root and percent-encoded.
package enum Address {
  /// Returns a path fit for a link: its bytes percent-encoded, but for those that need not be.
  package static func encode(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(path.utf8.count * 2)
    encode(path.utf8, to: &encoded)
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Appends the bytes of a path, percent-encoded.
  package static func encode(_ path: some Sequence<UInt8>, to encoded: inout [UInt8]) {
    for byte in path {
      if isPlain(byte) {
        encoded.append(byte)
      } else {
        PercentEncoding.append(byte, to: &encoded)
      }
    }
  }

  /// Decodes a percent-encoded text; returns the text itself when it is not well encoded.
  package static func decode(_ text: Substring) -> String {
    PercentEncoding.decodeWhole(text) ?? String(text)
  }

  /// Returns the way from a page to the root of the site: `../` for each folder of its path.
  package static func prefix(from path: String) -> String {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
