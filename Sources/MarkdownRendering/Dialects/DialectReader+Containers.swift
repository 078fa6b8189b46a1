import TextEncoding

/// The blocks between lines of colons (VuePress, VitePress, Docusaurus) or of slashes (pymdown).
extension DialectReader {
  /// Blocks whose marks say nothing to a reader: what they hold is shown.
  private static let plainContainers: Set<String> = [
    "code-group", "code-tabs", "tabs", "steps", "card-grid", "v-pre", "raw", "center", "left",
    "right",
    "align", "columns", "column", "html", "caption", "figure-caption", "container", "slot", "zoom",
  ]

  /// Reads `::: type Title`, `:::type[Title]`, or `:::` alone, which closes the block.
  mutating func readContainer(_ line: DialectLine) -> Bool {
    let sign = UInt8(ascii: ":")
    let count = line.content.prefix { $0 == sign }.count
    guard dialects.contains(.admonitions), count > 2 else { return false }
    var rest = line.words.drop { $0 == ":" }.drop { $0 == " " }
    if rest.isEmpty { return closeBlock(sign, count, at: line) }
    let attributes = Self.takeBraces(&rest)
    var type = String(rest.prefix { $0 != " " && $0 != "[" })
    rest = rest.dropFirst(type.count)
    if type.hasPrefix("{"), type.hasSuffix("}") {
      type = String(type.dropFirst().dropLast())
      if readDirective(type, rest.trimmingSpaces, sign, count, at: line) { return true }
    }
    if type.isEmpty, attributes.count == 1, let name = attributes.first, name.first != ".",
      name.first != "#", readDirective(name, rest.trimmingSpaces, sign, count, at: line)
    {
      return true
    }
    if type.isEmpty {
      // Pandoc, Quarto and MyST name a block in braces; what is no alert is a part of the text.
      guard let name = attributes.first(where: { $0.hasPrefix(".") }) ?? attributes.first else {
        return false
      }
      type = name.first == "." ? String(name.dropFirst()) : name
      let isAlert = type.hasPrefix("callout-") || AlertType.isKnown(type)
      if !isAlert, type.first == "#" || name.first == ".", canOpen {
        open(.signs(sign, count: count), at: line, alert: nil)
        return true
      }
    }
    if type.hasPrefix("callout-") { type = String(type.dropFirst("callout-".count)) }
    guard Self.isName(type), canOpen else { return false }
    if rest.first == "[", let close = rest.lastIndex(of: "]") {
      rest = rest[rest.index(after: rest.startIndex)..<close]
    }
    let written = attributes.lazy.compactMap { Self.value(of: "title", in: $0) }.first
    let title = written ?? (rest.allSatisfy { $0 == " " } ? nil : String(rest.drop { $0 == " " }))
    openBlock(sign, count, type, title, at: line)
    return true
  }

  /// Reads `/// type | Title`, or `///` alone, which closes the block.
  mutating func readPymdownBlock(_ line: DialectLine) -> Bool {
    let sign = UInt8(ascii: "/")
    let count = line.content.prefix { $0 == sign }.count
    guard dialects.contains(.admonitions), count > 2 else { return false }
    let rest = line.words.drop { $0 == "/" }.drop { $0 == " " }
    if rest.isEmpty { return closeBlock(sign, count, at: line) }
    let parts = rest.split(separator: "|", maxSplits: 1).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard canOpen, let type = parts.first, Self.isName(type), parts.count == 2 || rest.last != "|"
    else { return false }
    openBlock(sign, count, type, parts.count == 2 ? parts[1] : nil, at: line)
    skipOptions()
    return true
  }

  private mutating func openBlock(
    _ sign: UInt8, _ count: Int, _ type: String, _ title: String?, at line: DialectLine
  ) {
    let end = DialectLevel.End.signs(sign, count: count)
    let name = type.lowercased()
    if Self.plainContainers.contains(name) {
      return open(end, at: line, alert: nil)
    }
    let isFolded = name == "details" || name == "tab"
    open(
      end, at: line,
      alert: AlertMark.line(
        name, folding: name == "tab" ? .open : isFolded ? .closed : .none, title: title))
  }

  /// Closes the innermost block of these signs; returns whether there was one.
  mutating func closeBlock(_ sign: UInt8, _ count: Int, at line: DialectLine) -> Bool {
    for index in levels.indices.dropFirst().reversed() {
      guard case .signs(sign, let opening) = levels[index].end, opening <= count else { continue }
      close(from: index)
      write([], from: line.start)
      return true
    }
    return false
  }

  /// Skips the options of a block of pymdown: `    open: True`, right below what opens it.
  private mutating func skipOptions() {
    while true {
      let start = next
      guard let range = takeLine() else { return }
      let words = String(decoding: bytes[range], as: UTF8.self)
      guard words.hasPrefix("    "), let colon = words.firstIndex(of: ":"),
        Self.isName(words[..<colon].drop { $0 == " " })
      else {
        next = start
        return
      }
      write([], from: range.lowerBound)
    }
  }

  /// Takes the attributes in braces out of what follows a mark.
  private static func takeBraces(_ rest: inout Substring) -> [String] {
    guard let open = rest.firstIndex(of: "{"), rest.last == "}" else { return [] }
    let inside = rest[rest.index(after: open)...].dropLast()
    rest = rest[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return AttributeList.split(inside)
  }

  private static func value(of key: String, in attribute: String) -> String? {
    guard attribute.hasPrefix(key + "=") else { return nil }
    return String(attribute.dropFirst(key.count + 1).filter { $0 != "\"" && $0 != "'" })
  }
}
