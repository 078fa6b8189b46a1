/// WebP files (RFC 9649).
enum WebPFile {
  /// Exif, XMP and colour profiles, and their flags in the header of an extended file.
  private static let metadata = [Array("EXIF".utf8), Array("XMP ".utf8), Array("ICCP".utf8)]
  private static let metadataFlags: UInt8 = 0x2C
  private static let extendedHeader = Array("VP8X".utf8)

  /// Returns a file without what it says of its picture: libvips 8.14 keeps it when told not to.
  static func withoutMetadata(_ file: [UInt8]) -> [UInt8] {
    var stripped = Array(file.prefix(12))
    var rest = file.dropFirst(12)
    while rest.count >= 8 {
      let name = Array(rest.prefix(4))
      let length = rest.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      // A chunk of an odd length is followed by a byte that says nothing.
      var chunk = Array(rest.prefix(8 + length + length % 2))
      rest = rest.dropFirst(chunk.count)
      if metadata.contains(name) { continue }
      if name == extendedHeader, chunk.count > 8 { chunk[8] &= ~metadataFlags }
      stripped += chunk
    }
    let length = stripped.count - 8
    for place in 0..<4 where stripped.indices.contains(4 + place) {
      stripped[4 + place] = UInt8(truncatingIfNeeded: length >> (8 * place))
    }
    return stripped
  }
}
