import Foundation

/// The size of a picture in pixels, read from the first bytes of its file.
struct ImageSize: Hashable, Sendable {
  let width: Int
  let height: Int

  /// Reads the size of a PNG, JPEG, GIF, WebP or SVG file; nothing when it is none of them.
  init?(fileAt path: String) {
    guard let bytes = try? DiskFile.read(path) else { return nil }
    self.init(bytes)
  }

  /// Reads the size from the bytes of a file.
  init?(_ bytes: [UInt8]) {
    let size =
      Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes) ?? Self.webP(bytes)
      ?? Self.svg(bytes)
    guard let size, size.0 > 0, size.1 > 0 else { return nil }
    (width, height) = size
  }

  /// PNG (ISO/IEC 15948): the IHDR chunk comes first.
  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 else { return nil }
    return (bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: Array("GIF8".utf8)), bytes.count >= 10 else { return nil }
    return (Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8)
  }

  /// JPEG (ITU-T T.81): the size stands in the first start-of-frame segment.
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    while offset + 9 < bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (
          bigEndian(bytes[(offset + 7)..<(offset + 9)]),
          bigEndian(bytes[(offset + 5)..<(offset + 7)])
        )
      }
      offset += 2 + max(2, bigEndian(bytes[(offset + 2)..<(offset + 4)]))
    }
    return nil
  }

  /// WebP (RFC 9649): lossy, lossless or extended.
  private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 30,
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    func little(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ": return (little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF)
    case "VP8L":
      let bits = little(21, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8X": return (little(24, 3) + 1, little(27, 3) + 1)
    default: return nil
    }
  }

  /// SVG: the attributes of the root, or else its view box.
  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    guard let start = head.range(of: "<svg"),
      let end = head[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let root = head[start.upperBound..<end]
    func attribute(_ name: String) -> Substring? {
      for quote in ["\"", "'"] {
        if let open = root.range(of: " \(name)=\(quote)"),
          let close = root[open.upperBound...].firstIndex(of: Character(quote))
        {
          return root[open.upperBound..<close]
        }
      }
      return nil
    }
    func pixels(_ text: Substring?) -> Int? {
      guard let text else { return nil }
      return Double(text.replacing("px", with: "")).flatMap { Int(exactly: $0.rounded()) }
    }
    if let width = pixels(attribute("width")), let height = pixels(attribute("height")) {
      return (width, height)
    }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," }.map { pixels($0) } ?? []
    guard box.count == 4, let width = box[2], let height = box[3] else { return nil }
    return (width, height)
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
