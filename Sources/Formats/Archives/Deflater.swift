import CZlib

/// Compresses bytes with zlib (RFC 1951).
///
/// To start a stream takes longer than to compress a short text: one stream serves for all.
final class Deflater {
  // The state of a stream knows where the stream lies, which therefore may not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  /// Whether there is memory for it.
  private let isStarted: Bool

  /// - Parameter effort: How hard it tries to make bytes few.
  init(_ effort: ZipWriter.Effort) {
    stream.initialize(to: z_stream())
    let level =
      switch effort {
      case .least: Z_BEST_SPEED
      case .greatest: Z_BEST_COMPRESSION
      }
    isStarted = czlib_start(stream, level)
  }

  deinit {
    if isStarted { deflateEnd(stream) }
    stream.deallocate()
  }

  /// Returns the bytes as a raw stream; nil when it would be no shorter, or there is no memory for it.
  func compress(_ bytes: [UInt8]) -> [UInt8]? {
    // zlib counts in 32 bits: what is longer is kept as it is.
    guard isStarted, !bytes.isEmpty, bytes.count <= Int(UInt32.max), deflateReset(stream) == Z_OK
    else { return nil }
    // A stream that fills this room would be no shorter than the bytes.
    let compressed = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      count = bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(input.count)
        guard deflate(stream, Z_FINISH) == Z_STREAM_END else { return 0 }
        return Int(stream.pointee.total_out)
      }
    }
    return compressed.isEmpty || compressed.count == bytes.count ? nil : compressed
  }

  /// Returns the CRC-32 of bytes (ISO 3309).
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
