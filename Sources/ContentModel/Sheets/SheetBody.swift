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
    case .file(let read): Self.cut(read())
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

  private static func cut(_ bytes: [UInt8]) -> [UInt8] {
    // What is wrong with the file was reported when it was first read.
    var found: [Diagnostic] = []
    return SheetFile(path: "", bytes: bytes, reporting: &found).map { Array($0.body) } ?? []
  }
}
