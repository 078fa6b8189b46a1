public import Diagnostics

/// A fenced block that bears the name of a component.
public struct ComponentBlock: Sendable {
  /// The text between the fences.
  public let text: String
  /// Where the line above it starts.
  public let fence: SourceLocation
  /// Where each of its lines starts, of which some may come from other files.
  public let lines: [SourceLocation]

  /// The text of each line.
  private let written: [Substring]
  /// The number of each line by its place, from 0.
  private let numbers: [Place: Int]

  private struct Place: Hashable {
    let path: String
    let line: Int
  }

  init(text: String, fence: SourceLocation, lines: [SourceLocation]) {
    self.text = text
    self.fence = fence
    self.lines = lines
    written = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    numbers = Dictionary(
      lines.enumerated().map { number, start in
        (Place(path: start.path, line: start.position?.line ?? 0), number)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the Markdown that a key of the block holds, which knows the lines of its file where it is
  /// written below `|`.
  ///
  /// - Parameter location: Where the value starts: at the sign `|`, or at its first letter.
  func part(_ markdown: String, at location: SourceLocation) -> MarkdownPart {
    let bytes = Array(markdown.utf8)
    let elsewhere = MarkdownPart(bytes: bytes, location: location, lines: nil)
    guard let position = location.position,
      let number = numbers[Place(path: location.path, line: position.line)],
      written.indices.contains(number)
    else { return elsewhere }
    let column = position.column - (lines[number].position?.column ?? 1)
    guard written[number].unicodeScalars.dropFirst(max(0, column)).first == "|" else {
      return elsewhere
    }
    let count = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    let first = written[(number + 1)...].prefix(count).first { $0.contains { $0 != " " } } ?? ""
    let indentation = first.prefix { $0 == " " }.count
    var origins = ExpandedText(bytes: bytes)
    var files: [String: Int] = [:]
    for place in lines[(number + 1)...].prefix(count) {
      let file = files[place.path] ?? files.count
      if files.updateValue(file, forKey: place.path) == nil { origins.paths.append(place.path) }
      origins.origins.append(
        ExpandedText.Origin(
          file: file, line: place.position?.line ?? 1,
          shift: indentation + (place.position?.column ?? 1) - 1))
    }
    return MarkdownPart(bytes: bytes, location: location, lines: origins)
  }
}
