import Foundation

/// Pictures made for tests, a few bytes each.
public enum SamplePictures {
  /// A PNG of one colour, 8 bits a channel: its lines are packed without compression.
  ///
  /// - Parameter alpha: How opaque its pixels are; without a fourth channel when nothing.
  public static func png(
    width: Int, height: Int, colour: (UInt8, UInt8, UInt8), alpha: UInt8? = nil
  ) -> [UInt8] {
    let pixel: [UInt8] = [colour.0, colour.1, colour.2] + [alpha].compactMap(\.self)
    let line: [UInt8] = [0] + Array([[UInt8]](repeating: pixel, count: width).joined())
    let lines: [UInt8] = Array([[UInt8]](repeating: line, count: height).joined())
    let header: [UInt8] = big(width) + big(height) + [8, alpha == nil ? 2 : 6, 0, 0, 0]
    return signature + chunk("IHDR", header) + chunk("IDAT", stored(lines)) + chunk("IEND", [])
  }

  /// A PNG that says that it is of a size, and holds nothing.
  public static func emptyPNG(width: Int, height: Int) -> [UInt8] {
    let header: [UInt8] = big(width) + big(height) + [8, 2, 0, 0, 0]
    return signature + chunk("IHDR", header) + chunk("IDAT", stored([])) + chunk("IEND", [])
  }

  /// A GIF of two images of two by two pixels, which are shown in turn.
  public static let animatedGIF: [UInt8] = {
    let screen: [UInt8] = [2, 0, 2, 0, 0x80, 0, 0, 0xE0, 0x20, 0x20, 0x20, 0x20, 0xE0]
    let image: [UInt8] = [
      0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x84, 0x51, 0,
    ]
    return Array("GIF89a".utf8) + screen + image + image + [0x3B]
  }()

  /// A JPEG of 16 by 8 pixels that is to be turned by a quarter, and that says that it was taken north
  /// of the equator.
  public static let turnedPhoto: [UInt8] = {
    let text = """
      /9j/4QBARXhpZgAASUkqAAgAAAACABIBAwABAAAABgAAACWIBAABAAAAJgAAAAAAAAABAAEAAgACAAAATgAAAAAAAAD/\
      2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/\
      wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AIo/\
      /9k=
      """
    return Data(base64Encoded: text).map(Array.init) ?? []
  }()

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + bytes
    return big(bytes.count) + named + big(Int(crc(named)))
  }

  /// Bytes as zlib (RFC 1950) wraps them, in blocks that are stored as they are (RFC 1951).
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x78, 0x01]
    let starts = stride(from: 0, to: max(1, bytes.count), by: 65_535)
    for start in starts {
      let block = bytes[start..<min(bytes.count, start + 65_535)]
      let length = UInt16(block.count)
      packed.append(start + 65_535 >= bytes.count ? 1 : 0)
      packed += [
        UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8),
      ]
      packed += block
    }
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return packed + big(Int(b << 16 | a))
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }

  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 255) }
  }
}
