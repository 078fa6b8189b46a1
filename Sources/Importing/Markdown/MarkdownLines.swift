import TextEncoding

/// The lines of a text in Markdown, which know whether they are code.
struct MarkdownLines {
  /// A line with the marks of a heading.
  struct Heading {
    let line: Int
    let level: Int
    let title: String
  }

  var lines: [String]
  /// Whether each line is in a fence, or opens or closes one.
  let isCode: [Bool]

  init(_ text: String) {
    lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    var fence = CodeFence()
    isCode = lines.map { line in
      let isFence = fence.note(line.utf8)
      return isFence || fence.isOpen
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The headings that are marked by signs #.
  var headings: [Heading] {
    lines.indices.compactMap { index in
      guard !isCode[index] else { return nil }
      let level = lines[index].prefix { $0 == "#" }.count
      guard (1...6).contains(level), lines[index].dropFirst(level).first == " " else { return nil }
      let title = InlineText.words(ofHeading: String(lines[index].dropFirst(level + 1)).trimmed)
      return Heading(line: index, level: level, title: title)
    }
  }

  /// Changes each line that is no code.
  mutating func change(_ change: (String) -> String) {
    for index in lines.indices where !isCode[index] { lines[index] = change(lines[index]) }
  }

  /// Takes the first heading of the first level out, when nothing stands above it; its title.
  mutating func takeTitle() -> String? {
    guard let first = lines.firstIndex(where: { !$0.trimmed.isEmpty }),
      let heading = headings.first, heading.line == first, heading.level == 1,
      !heading.title.isEmpty
    else { return nil }
    lines[first] = ""
    return heading.title
  }

  /// Moves all headings one level down where one is of the first, which is that of the page’s own
  /// title.
  mutating func makeRoomForTitle() {
    let headings = headings
    guard headings.contains(where: { $0.level == 1 }) else { return }
    for heading in headings where heading.level < 6 {
      lines[heading.line] = "#" + lines[heading.line]
    }
  }
}
