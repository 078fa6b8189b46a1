import Glibc

extension [UInt8] {
  /// Returns the first place, at or after another, of some bytes; nil when they do not occur there.
  ///
  /// - Complexity: O(*n*) for what texts hold; O(*n* · *m*) for one byte that is repeated.
  package func firstIndex(of wanted: [UInt8], from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = wanted.first else { return nil }
      var index = start
      while case let places = bytes.count - wanted.count + 1 - index, places > 0,
        let found = memchr(base + index, CInt(first), places)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return UnsafeRawPointer(found) - base }
        index = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }
}
