import Foundation

/// A ZIP archive made entry by entry, so that it can say what no program would write.
struct SampleArchive {
  private var body = Data()
  private var directory = Data()
  private var count = 0

  /// Adds a file, as it is or compressed.
  ///
  /// - Parameters:
  ///   - mode: Its kind and rights as Unix has them.
  ///   - deflated: The stream that holds it, where it is compressed.
  ///   - declaredSize: How long it claims to be.
  mutating func add(
    _ path: String, _ bytes: Data, mode: UInt32 = 0o100644, deflated: Data? = nil,
    declaredSize: Int? = nil
  ) {
    let (stored, method) = (deflated ?? bytes, UInt16(deflated == nil ? 0 : 8))
    let (offset, crc, name) = (body.count, Self.crc32(bytes), Data(path.utf8))
    var fields = Data()
    fields.append(UInt16(20), UInt16(0x0800), method, UInt16(0), UInt16(0x21))
    fields.append(crc, UInt32(stored.count), UInt32(declaredSize ?? bytes.count))
    fields.append(UInt16(name.count), UInt16(0))
    body.append(UInt32(0x0403_4B50))
    body.append(fields + name + stored)
    directory.append(UInt32(0x0201_4B50))
    directory.append(UInt16(0x031E))
    directory.append(fields)
    directory.append(UInt16(0), UInt16(0), UInt16(0))
    directory.append(mode << 16, UInt32(offset))
    directory.append(name)
    count += 1
  }

  /// The whole archive.
  var data: Data {
    var end = Data()
    end.append(UInt32(0x0605_4B50))
    end.append(UInt16(0), UInt16(0), UInt16(count), UInt16(count))
    end.append(UInt32(directory.count), UInt32(body.count))
    end.append(UInt16(0))
    return body + directory + end
  }

  private static func crc32(_ bytes: Data) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

extension Data {
  /// Appends numbers, their lowest byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers {
      Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
  }
}
