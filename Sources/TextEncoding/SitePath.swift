/// The file that an address means, by its path from the root of the site or of its source.
///
/// Texts, fields, style sheets and published pages write addresses; whoever follows one asks here, so
/// that a file is checked, shown and published by one rule (RFC 3986, section 5.2).
package struct SitePath: Sendable, Hashable {
  /// The parts of the path, joined by slashes; empty for the root.
  package let text: String
  /// Whether the address means a folder: it is empty, or ends in `/`, `/.` or `/..`.
  package let isFolder: Bool

  /// Follows an address.
  ///
  /// - Parameters:
  ///   - address: A path, percent-encoded or not, without `?` and `#`; one that starts with `/` goes
  ///     from the root.
  ///   - file: The path of the file in which the address is written.
  /// - Returns: Nil when the address climbs above the root.
  package init?(_ address: Substring, from file: Substring) {
    let slash = UInt8(ascii: "/")
    let address = Self.decode(address)
    var parts: [Substring.UTF8View] = []
    if address.utf8.first != slash, let end = file.utf8.lastIndex(of: slash) {
      parts = file.utf8[..<end].split(separator: slash)
    }
    var isFolder = true
    for part in address.utf8.split(separator: slash, omittingEmptySubsequences: false) {
      isFolder = part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8)
      if !isFolder {
        parts.append(part)
      } else if part.count == 2, parts.popLast() == nil {
        return nil
      }
    }
    self.isFolder = isFolder
    text = parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Cuts the query and the fragment off an address.
  package static func split(_ address: String) -> (path: Substring, rest: Substring) {
    let bytes = address.utf8
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
    return (address[..<(end ?? bytes.endIndex)], address[(end ?? bytes.endIndex)...])
  }

  /// Returns an address in the letters of file names: decoded, and composed as Unicode has them (NFC).
  private static func decode(_ address: Substring) -> Substring {
    let isPlain = address.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") }
    return isPlain
      ? address : Address.decode(address).composed[...]
  }
}
