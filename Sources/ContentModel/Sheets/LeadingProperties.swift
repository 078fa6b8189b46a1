import TextEncoding

/// The properties of a page on the first lines of its file, as Logseq, MultiMarkdown (which MkDocs reads)
/// and Pandoc write them.
///
///     title:: Café des voisins         Title: Café des voisins       % Café des voisins
///     tags:: [[rencontre]], quartier   Date: 2024-05-01              % Ana Le Goff; Yann Kerbrat
///
/// A line of Logseq's with another key is left to the text: nothing is lost.
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
    guard
      let found = Self(logseq: bytes) ?? Self(titleBlock: bytes) ?? Self(multiMarkdown: bytes)
    else { return nil }
    self = found
  }

  private init?(logseq bytes: ArraySlice<UInt8>) {
    var lines: [String] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
      guard line.count < 1_000, let written = Self.yaml(of: line) else { break }
      lines.append(written)
      position = min(line.endIndex + 1, bytes.endIndex)
    }
    if lines.isEmpty { return nil }
    self.init(lines, end: position)
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

  // MARK: Pandoc

  /// Reads `% Title`, `% Authors` and `% Date`, each on a line.
  private init?(titleBlock bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "% ".utf8) else { return nil }
    var lines: [String] = []
    var position = bytes.startIndex
    while lines.count < 3, bytes[position...].first == UInt8(ascii: "%") {
      let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
      guard line.count < 1_000, line.dropFirst().first.map({ $0 <= 0x20 }) ?? true else { break }
      let value = String(decoding: line.dropFirst(), as: UTF8.self).trimmed
      let written =
        switch lines.count {
        case 0: "title: \(Self.quoted(value))"
        case 1:
          "authors: ["
            + value.split(separator: ";").map { Self.quoted(String($0).trimmed) }
            .joined(separator: ", ") + "]"
        default: "date: \(Self.quoted(value))"
        }
      lines.append(value.isEmpty ? "#" : written)
      position = min(line.endIndex + 1, bytes.endIndex)
    }
    self.init(lines, end: position)
  }

  // MARK: MultiMarkdown

  /// The keys of which a block has at least one, else it is text.
  private static let namingKeys: Set<String> = ["title", "titre", "draft", "brouillon"]
  private static let maxLines = 60

  /// Reads the lines `Key: value` up to an empty one; what is indented below goes on with its value.
  private init?(multiMarkdown bytes: ArraySlice<UInt8>) {
    var entries: [(key: String, value: String)] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
      let words = line.trimmedEnd
      if words.isEmpty { break }
      guard words.count < 1_000, entries.count < Self.maxLines else { return nil }
      if !entries.isEmpty, words.starts(with: "    ".utf8) || words.first == 0x09 {
        let more = String(decoding: words, as: UTF8.self).trimmed
        entries.append(("", ""))
        if let last = entries.lastIndex(where: { !$0.key.isEmpty }) {
          entries[last].value += " " + more
        }
      } else {
        guard let entry = Self.entry(of: words) else { return nil }
        entries.append(entry)
      }
      position = min(line.endIndex + 1, bytes.endIndex)
    }
    guard entries.contains(where: { Self.namingKeys.contains($0.key) }) else { return nil }
    var seen: Set<String> = []
    let lines = entries.map { key, value in
      guard !key.isEmpty, seen.insert(key).inserted else { return "#" }
      return value.isEmpty ? "\(key):" : "\(key): \(Self.quoted(value))"
    }
    self.init(lines, end: position)
  }

  private static func entry(of line: ArraySlice<UInt8>) -> (key: String, value: String)? {
    let key = line.prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_".utf8.contains($0)
    }
    let rest = line.dropFirst(key.count)
    guard !key.isEmpty, rest.first == UInt8(ascii: ":"), rest.dropFirst().first ?? 0x20 <= 0x20
    else { return nil }
    return (
      String(decoding: key, as: UTF8.self).lowercased(),
      String(decoding: rest.dropFirst(), as: UTF8.self).trimmed
    )
  }

  // MARK: YAML

  private init(_ lines: [String], end: Int) {
    yaml = lines.joined(separator: "\n") + "\n"
    lineCount = lines.count
    self.end = end
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
