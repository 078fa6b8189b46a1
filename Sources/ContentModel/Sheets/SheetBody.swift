import Diagnostics

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
    case .file(let read): Self.withoutControls(Self.cut(read()))
    }
  }

  init(_ file: SheetFile) {
    firstLine = file.bodyFirstLine
    isBlank = file.body.allSatisfy { $0 <= 0x20 }
    source = .bytes(Self.withoutControls(Array(file.body)))
  }

  /// - Parameter read: Reads the file, each time that the text is asked for.
  init(firstLine: Int, isBlank: Bool, read: @escaping @Sendable () -> [UInt8]) {
    self.firstLine = firstLine
    self.isBlank = isBlank
    source = .file(read)
  }

  /// Returns how many characters of a text no page may hold, and the place of the first; nothing without.
  static func controlCharacters(in text: ArraySlice<UInt8>) -> (count: Int, first: Int)? {
    guard mayHoldControls(text) else { return nil }
    var count = 0
    var first = 0
    for index in text.indices where isControl(text, index) {
      if count == 0 { first = index - text.startIndex }
      count += 1
    }
    return count == 0 ? nil : (count, first)
  }

  /// Returns a text with a space, or the sign for what cannot be shown, in the place of each such
  /// character, so that the rest keeps its place.
  static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    guard controlCharacters(in: bytes[...]) != nil else { return bytes }
    var clean = bytes
    for index in bytes.indices where isControl(bytes[...], index) {
      if bytes[index] == 0xEF { clean[index + 2] = 0xBD } else { clean[index] = 0x20 }
    }
    return clean
  }

  /// Whether a text holds a byte that such a character may start with: no, for nearly all texts, in a
  /// pass without a branch.
  private static func mayHoldControls(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for byte in bytes {
        let isSpace = byte == 0x09 || byte == 0x0A || byte == 0x0D
        let starts = (byte < 0x20 && !isSpace) || byte == 0x7F || byte == 0xEF
        found |= starts ? 1 : 0
      }
      return found != 0
    }
  }

  /// Whether a character that XML and HTML forbid starts at a place: a control, U+FFFE or U+FFFF.
  private static func isControl(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F: true
    case 0xEF: index + 2 < text.endIndex && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    default: false
    }
  }

  private static func cut(_ bytes: [UInt8]) -> [UInt8] {
    // What is wrong with the file was reported when it was first read.
    var found: [Diagnostic] = []
    return SheetFile(path: "", bytes: bytes, reporting: &found).map { Array($0.body) } ?? []
  }
}
