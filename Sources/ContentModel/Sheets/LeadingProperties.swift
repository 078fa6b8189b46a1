import TextEncoding

/// The properties of a page as Logseq writes them, on the first lines of its file.
///
///     title:: Café des voisins
///     tags:: [[rencontre]], quartier
///
/// A line of another key is left to the text: nothing is lost.
struct LeadingProperties {
  /// The same as YAML, a line each.
  let yaml: String
  /// How many lines they are.
  let lineCount: Int
  /// Where the text starts.
  let end: Int

  /// What the keys are called in front matter.
  private static let keys: [String: String] = [
    "alias": "aliases", "aliases": "aliases", "date": "date", "description": "description",
    "draft": "draft", "id": "id", "public": "published", "publish": "publish", "tags": "tags",
    "title": "title", "titre": "titre",
  ]
  /// What says something to Logseq alone.
  private static let ownKeys: Set<String> = [
    "exclude-from-graph-view", "filters", "icon", "template", "template-including-parent", "type",
  ]

  /// Reads the properties that a file starts with; nil for a file that starts with something else.
  init?(startOf bytes: ArraySlice<UInt8>) {
    var lines: [String] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
      guard line.count < 1_000, let written = Self.yaml(of: line) else { break }
      lines.append(written)
      position = min(line.endIndex + 1, bytes.endIndex)
    }
    guard !lines.isEmpty else { return nil }
    yaml = lines.joined(separator: "\n") + "\n"
    lineCount = lines.count
    end = position
  }

  private static func yaml(of line: ArraySlice<UInt8>) -> String? {
    let key = line.prefix { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) }
    guard !key.isEmpty, line.dropFirst(key.count).starts(with: "::".utf8) else { return nil }
    let rest = line.dropFirst(key.count + 2)
    guard rest.first.map({ $0 <= 0x20 }) ?? true else { return nil }
    let name = String(decoding: key, as: UTF8.self)
    let value = String(decoding: rest, as: UTF8.self).trimmed
    if ownKeys.contains(name) { return "# \(name)" }
    guard let name = keys[name] else { return nil }
    guard name == "tags" || name == "aliases" else { return "\(name): \(quoted(value))" }
    let values = value.split(separator: ",").map { quoted(bare(String($0).trimmed)) }
    return "\(name): [\(values.joined(separator: ", "))]"
  }

  /// Returns a name without what makes a link or a tag of it.
  private static func bare(_ name: String) -> String {
    var name = name.drop { $0 == "#" }
    if name.hasPrefix("[["), name.hasSuffix("]]") { name = name.dropFirst(2).dropLast(2) }
    return String(name)
  }

  /// Returns a text as a scalar; a day and a truth value stay what they are.
  private static func quoted(_ text: String) -> String {
    let isDay = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    if text == "true" || text == "false" || (isDay && text.utf8.count == 10) { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
