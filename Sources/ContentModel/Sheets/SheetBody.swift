import Diagnostics
import TextEncoding

/// The Markdown of a sheet below its front matter.
struct SheetBody: Sendable {
  /// The line of the file on which it starts, from 1.
  let firstLine: Int
  /// Whether there is no text in it.
  let isBlank: Bool
  private let source: Source

  private enum Source {
    case bytes([UInt8])
    case file(@Sendable () -> [UInt8])
  }

  var bytes: [UInt8] {
    switch source {
    case .bytes(let bytes): bytes
    case .file(let read): Self.body(of: read())
    }
  }

  init(_ file: SheetFile) {
    firstLine = file.bodyFirstLine
    isBlank = file.body.allSatisfy { $0 <= 0x20 }
    source = .bytes(Array(file.body))
  }

  /// - Parameter read: Reads the file, each time that the text is asked for.
  init(firstLine: Int, isBlank: Bool, read: @escaping @Sendable () -> [UInt8]) {
    self.firstLine = firstLine
    self.isBlank = isBlank
    source = .file(read)
  }

  /// Returns a text with a space, or the sign for what cannot be shown, in the place of each character
  /// that no page may hold, so that the rest keeps its place.
  static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    var clean = bytes
    bytes.withUnsafeBufferPointer { text in
      ControlCharacters.forEach(in: text) { range in
        // U+FFFE and U+FFFF, of three bytes, differ from U+FFFD in the last.
        clean[range.upperBound - 1] = range.count == 1 ? 0x20 : 0xBD
      }
    }
    return clean
  }

  private static func body(of bytes: [UInt8]) -> [UInt8] {
    // What is wrong with the file was reported when it was first read.
    var found: [Diagnostic] = []
    return SheetFile(path: "", bytes: bytes, reporting: &found).map { Array($0.body) } ?? []
  }
}
