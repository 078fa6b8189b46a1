import Diagnostics
import TextEncoding

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
      let index = bytes.firstIndex(of: Array(words.utf8), from: start)
    else { return nil }
    return SourceLocation(
      path: path, position: lines.position(atByte: index), length: words.unicodeScalars.count)
  }
}
