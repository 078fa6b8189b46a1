import Glibc

extension [UInt8] {
  /// Returns whether the last of the bytes are those of another text.
  package func ends(with end: [UInt8]) -> Bool {
    withUnsafeBytes { bytes in
      guard !end.isEmpty else { return true }
      guard let base = bytes.baseAddress, end.count <= bytes.count else { return false }
      return memcmp(base + (bytes.count - end.count), end, end.count) == 0
    }
  }
}
