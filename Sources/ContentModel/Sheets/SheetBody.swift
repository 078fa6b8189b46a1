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

  /// Whether a text holds a byte that such a character may start with: no, for nearly all texts, eight
  /// bytes at a time.
  private static func mayHoldControls(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if mayHoldControls(eight), bytes[place..<(place + 8)].contains(where: mayStartControl) {
          return true
        }
        place += 8
      }
      return bytes[place...].contains(where: mayStartControl)
    }
  }

  /// Whether one of eight bytes is below U+0020, a line feed included, or is 0x7F or 0xEF.
  private static func mayHoldControls(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte that is smaller than what is taken from it borrows, which sets its highest bit.
    func hasByte(below limit: UInt64, in word: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }
    let found =
      hasByte(below: 0x20, in: eight) | hasByte(below: 1, in: eight ^ ones &* 0x7F)
      | hasByte(below: 1, in: eight ^ ones &* 0xEF)
    return found & ones &* 0x80 != 0
  }

  private static func mayStartControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F, 0xEF: true
    default: false
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
