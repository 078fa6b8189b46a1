import Diagnostics
import Glibc

/// A file of the source in which words are looked for.
struct FileText: Sendable {
  private let path: String
  private let bytes: [UInt8]
  private let lines: LineIndex

  init(path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// Returns the first place of some words at or after a place; nil when they do not occur there.
  package func location(of words: String, from place: SourceLocation) -> SourceLocation? {
    let line = place.position?.line ?? 1
    guard !words.isEmpty, let start = lines.byteRange(ofLine: line)?.lowerBound,
      let index = index(of: Array(words.utf8), from: start)
    else { return nil }
    return SourceLocation(
      path: path, position: lines.position(atByte: index), length: words.unicodeScalars.count)
  }

  private func index(of wanted: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
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
