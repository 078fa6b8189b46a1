import ContentModel
import Diagnostics
import TextEncoding
import YAMLParsing

/// A file of Markdown of any tool: its front matter as values, and its text.
struct MarkdownDocument {
  private(set) var title: String?
  private(set) var values: [(key: String, value: DataValue)] = []
  private(set) var body = ""
  private(set) var notes: [ImportNote] = []
  /// The lines of its front matter that cannot be read.
  private(set) var unreadHead: [String] = []

  /// Reads a file; nil when it is no text.
  ///
  /// - Parameter isNotion: Whether the file is an export of Notion’s, which writes properties below
  ///   the title.
  init?(_ bytes: [UInt8], isNotion: Bool = false) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var text = content
    switch FrontMatterScanner.scan(content) {
    case .none, .unclosed: break
    case .found(let found):
      text = content[found.end...]
      read(found.document(in: content).text, isTOML: found.form == .toml)
    }
    if let index = values.firstIndex(where: { ["title", "titre"].contains($0.key.lowercased()) }),
      case .text(let given) = values[index].value
    {
      title = given
      values.remove(at: index)
    }
    var syntax = ToolSyntax()
    var lines = MarkdownLines(syntax.markdown(of: String(decoding: text, as: UTF8.self)))
    notes += syntax.notes
    let heading = lines.takeTitle()
    if title == nil { title = heading }
    if isNotion { takeProperties(from: &lines) }
    lines.makeRoomForTitle()
    body = lines.text
  }

  private mutating func read(_ head: String, isTOML: Bool) {
    let found = FrontMatterValues(head, isTOML: isTOML)
    for (key, value) in found.values {
      // Hugo keeps the keys of a site's own under `params`.
      if key == "params", case .object(let own) = value {
        values += own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      } else {
        values.append((key, value))
      }
    }
    unreadHead = found.unreadLines
    notes += unreadHead.map { ImportNote.unreadableLine($0.trimmed) }
  }

  /// Takes out the lines `Property: value` that stand between the title and the text.
  private mutating func takeProperties(from lines: inout MarkdownLines) {
    guard let first = lines.lines.firstIndex(where: { !$0.trimmed.isEmpty }) else { return }
    var index = first
    var found: [(String, DataValue)] = []
    while index < lines.lines.count, !lines.lines[index].trimmed.isEmpty {
      guard let match = lines.lines[index].wholeMatch(of: /([\p{L}][^:*\[\]]{0,60}): (.*)/) else {
        return
      }
      found.append((String(match.1).trimmed, .text(String(match.2).trimmed)))
      index += 1
    }
    for line in first..<index { lines.lines[line] = "" }
    values += found
  }
}
