import CZlib

/// Measures what a raw stream of zlib (RFC 1951) holds, and keeps none of it.
///
/// What an archive says of its own lengths is a claim of whoever made it.
public enum Inflater {
  /// How much is read at a time, in bytes.
  private static let pieceSize = 1 << 16

  /// Returns how many bytes a stream holds; nil when it is broken, or holds more than a limit.
  ///
  /// - Complexity: O(*n*) in the length of the stream and in the limit, in constant memory.
  public static func length(of bytes: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
    guard bytes.count <= Int(UInt32.max) else { return nil }
    // The state of a stream knows where the stream lies, which therefore may not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    defer { stream.deallocate() }
    stream.initialize(to: z_stream())
    guard czlib_start_reading(stream) else { return nil }
    defer { inflateEnd(stream) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pieceSize) { piece in
      bytes.withUnsafeBufferPointer { input -> Int? in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        while Int(stream.pointee.total_out) <= limit {
          stream.pointee.next_out = piece.baseAddress
          stream.pointee.avail_out = UInt32(piece.count)
          switch inflate(stream, Z_NO_FLUSH) {
          case Z_OK: continue
          case Z_STREAM_END:
            let length = Int(stream.pointee.total_out)
            return length <= limit ? length : nil
          default: return nil
          }
        }
        return nil
      }
    }
  }
}
