/// The blocks between tags, `{% hint %}` and `{% endhint %}`: those of GitBook, and three of Jekyll.
extension DialectReader {
  /// Tags whose content is shown, and that leave no trace.
  private static let plainTags: Set<String> = [
    "tabs", "code", "columns", "column", "stepper", "step", "content-ref",
  ]

  /// Reads a tag that starts a line, if it is of a block that is read.
  mutating func readTag(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), let tag = TemplateTag(startOf: line.words) else {
      return false
    }
    let after = line.words.dropFirst(tag.length).drop { $0 == " " }
    if tag.name == "raw" || tag.name == "endraw" {
      // Among words, they are taken out of their line.
      guard after.isEmpty else { return false }
      write([], from: line.start)
      endParagraph()
      return true
    }
    if tag.name.hasPrefix("end") {
      guard closeTag(String(tag.name.dropFirst(3)), at: line) else { return false }
      readRest(after, of: line)
      return true
    }
    switch tag.name {
    case "hint":
      let type = tag.value(of: "style") ?? "info"
      guard Self.isName(type), canOpen else { return false }
      open(.tag("hint"), at: line, alert: AlertMark.line(type, title: nil))
    case "tab":
      guard canOpen else { return false }
      open(
        .tag("tab"), at: line,
        alert: AlertMark.line(AlertType.tab, folding: .open, title: tag.value(of: "title") ?? "…"))
    case "embed", "file":
      return readTarget(tag, at: line)
    case "highlight", "comment":
      return after.isEmpty && readUpToEnd(of: tag, at: line)
    case _ where Self.plainTags.contains(tag.name):
      guard canOpen else { return false }
      open(.tag(tag.name), at: line, alert: nil)
      if let title = tag.value(of: "title"), !title.isEmpty {
        separate()
        write(Array("**\(title)**".utf8), from: line.start)
        separate()
      }
    default: return false
    }
    readRest(after, of: line)
    return true
  }

  /// Reads a line of text that ends with the tag that closes its block.
  mutating func readTagAtEnd(_ line: DialectLine) -> Bool {
    guard case .tag(let name) = level.end, line.content.last == UInt8(ascii: "}"),
      let start = line.words.index(of: "{% end\(name) %}")
    else { return false }
    readRest(line.words[..<start], of: line)
    return closeTag(name, at: line)
  }

  /// Writes what follows a tag on its line, and closes the blocks that end there.
  private mutating func readRest(_ rest: Substring, of line: DialectLine) {
    var (rest, start) = (rest, rest.startIndex)
    while let close = rest[start...].index(of: "{% end"),
      let tag = TemplateTag(startOf: rest[close...])
    {
      let name = String(tag.name.dropFirst(3))
      start = rest.index(close, offsetBy: tag.length)
      guard levels.contains(where: { $0.end == .tag(name) }) else { continue }
      write(rest[..<close], of: line)
      _ = closeTag(name, at: line)
      rest = rest[start...].drop { $0 == " " }
      start = rest.startIndex
    }
    write(rest, of: line)
  }

  private mutating func write(_ words: Substring, of line: DialectLine) {
    guard !words.isEmpty else { return }
    let content = Array(words.utf8)
    write(hasRawTags ? RawTags.without(content[...]) ?? content : content, from: line.start)
  }

  private mutating func closeTag(_ name: String, at line: DialectLine) -> Bool {
    guard let index = levels.lastIndex(where: { $0.end == .tag(name) }) else {
      // What opened it was read with it, as the file of « {% file src="a.pdf" %} ».
      guard ["embed", "file"].contains(name) else { return false }
      write([], from: line.start)
      return true
    }
    close(from: index)
    write([], from: line.start)
    return true
  }

  /// Reads `{% embed url="…" %}` or `{% file src="…" %}` as a link.
  private mutating func readTarget(_ tag: TemplateTag, at line: DialectLine) -> Bool {
    guard let target = tag.value(of: tag.name == "file" ? "src" : "url"), !target.isEmpty,
      !target.contains("<"), !target.contains(">")
    else { return false }
    separate()
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let text = target.hasPrefix("http") ? target : name
    write(Array("[\(text)](<\(target)>)".utf8), from: line.start)
    separate()
    endParagraph()
    return true
  }

  /// Reads `{% highlight LANGUAGE %}` as a fence, and leaves out `{% comment %}`, up to its end.
  private mutating func readUpToEnd(of tag: TemplateTag, at line: DialectLine) -> Bool {
    guard
      let end = endOfBlock(
        "end\(tag.name)",
        where: { words in
          TemplateTag(startOf: words)?.name == "end\(tag.name)"
        })
    else { return false }
    let isCode = tag.name == "highlight"
    let language = tag.arguments.prefix { $0 != " " }
    write(isCode ? Array("````\(language)".utf8) : [], from: line.start)
    isCode ? copyCode(upTo: end) : copyLines(upTo: end, isCode: false)
    write(isCode ? Array("````".utf8) : [], from: end)
    _ = takeLine()
    endParagraph()
    return true
  }

  /// Writes the lines up to a place as they are, or none of them.
  mutating func copyLines(upTo end: Int, isCode: Bool) {
    while next < end, let range = takeLine() {
      write(isCode ? Array(bytes[range]) : [], from: range.lowerBound)
    }
  }

  /// Returns where the line starts that ends a block, if it is near.
  mutating func endOfBlock(_ name: String, where isEnd: (String) -> Bool) -> Int? {
    guard next >= fruitlessEnd[name] ?? 0 else { return nil }
    let start = next
    defer { next = start }
    for _ in 0..<Self.maxLookAhead {
      guard let range = takeLine() else { break }
      let words = String(decoding: bytes[range], as: UTF8.self).drop { $0 == " " || $0 == "\t" }
      if isEnd(String(words)) { return range.lowerBound }
    }
    fruitlessEnd[name] = next
    return nil
  }
}
