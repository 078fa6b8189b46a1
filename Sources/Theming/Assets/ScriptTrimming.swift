/// Drops from a script what only its writers read: indentation, blank lines, lines of comments.
enum ScriptTrimming {
  /// Returns the script on fewer bytes, its statements line by line as they were.
  ///
  /// A comment behind a statement stays, and so does a block that starts with `/*!`, as licences do. A
  /// script with a text that goes over several lines is left whole: what looks like a comment there
  /// may be part of the text.
  ///
  /// - Complexity: O(*n*)
  static func trim(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    guard !lines.contains(where: mayGoOn) else { return bytes }
    var trimmed: [UInt8] = []
    trimmed.reserveCapacity(bytes.count)
    var isComment = false
    for line in lines {
      let text = line.drop(while: isSpace)
      if isComment || text.starts(with: "/*".utf8) && !text.starts(with: "/*!".utf8) {
        // What follows the end of a comment on its line is kept.
        let inside = isComment ? text : text.dropFirst(2)
        guard let rest = afterComment(inside) else {
          isComment = true
          continue
        }
        isComment = false
        append(rest.drop(while: isSpace), to: &trimmed)
      } else if !text.starts(with: "//".utf8) {
        append(text, to: &trimmed)
      }
    }
    if bytes.last != UInt8(ascii: "\n"), trimmed.last == UInt8(ascii: "\n") { trimmed.removeLast() }
    return trimmed
  }

  private static func append(_ line: ArraySlice<UInt8>, to trimmed: inout [UInt8]) {
    guard !line.isEmpty else { return }
    trimmed += line
    trimmed.append(UInt8(ascii: "\n"))
  }

  /// Returns what is behind the end of a comment.
  private static func afterComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var index = line.startIndex
    while index + 1 < line.endIndex {
      if line[index] == UInt8(ascii: "*"), line[index + 1] == UInt8(ascii: "/") {
        return line[(index + 2)...]
      }
      index += 1
    }
    return nil
  }

  /// Whether a text may go on after the end of a line: a template that does not end, or a line that
  /// escapes its end.
  private static func mayGoOn(_ line: ArraySlice<UInt8>) -> Bool {
    line.last == UInt8(ascii: "\\") || line.count { $0 == UInt8(ascii: "`") } % 2 == 1
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
