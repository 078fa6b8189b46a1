import Diagnostics
import TextEncoding

/// Finds what git leaves in a sheet where two versions of it contradict each other.
enum ConflictMarks {
  private static let opening = Array("<<<<<<< ".utf8)
  private static let closing = Array(">>>>>>> ".utf8)

  /// Returns the position of each `<<<<<<<` that a `>>>>>>>` follows, but for those that a block of
  /// code shows.
  static func positions(in bytes: [UInt8]) -> [SourcePosition] {
    guard holdsOpening(bytes) else { return [] }
    var positions: [SourcePosition] = []
    var open: Int?
    var fence = CodeFence()
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if fence.note(line) { continue }
      if !fence.isOpen, line.starts(with: opening) {
        open = open ?? index
      } else if line.starts(with: closing), let line = open {
        positions.append(SourcePosition(line: line + 1, column: 1))
        open = nil
      }
    }
    return positions
  }

  private static func holdsOpening(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let place = bytes.firstIndex(of: opening, from: start) {
      if place == 0 || bytes[place - 1] == UInt8(ascii: "\n") { return true }
      start = place + 1
    }
    return false
  }
}
