import CZlib

/// Compresses bytes with zlib (RFC 1951).
enum Deflate {
  /// Returns the bytes as a raw stream; nil when it would be no shorter, or there is no memory for it.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    // zlib counts in 32 bits: what is longer is kept as it is.
    guard !bytes.isEmpty, bytes.count <= Int(UInt32.max) else { return nil }
    var stream = z_stream()
    guard czlib_start(&stream) else { return nil }
    defer { deflateEnd(&stream) }
    // A stream that fills this room would be no shorter than the bytes.
    var compressed = [UInt8](repeating: 0, count: bytes.count)
    let isWhole = bytes.withUnsafeBufferPointer { input in
      compressed.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
    guard isWhole, stream.total_out < UInt(bytes.count) else { return nil }
    compressed.removeLast(bytes.count - Int(stream.total_out))
    return compressed
  }

  /// Returns the CRC-32 of bytes (ISO 3309).
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
