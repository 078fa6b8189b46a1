import TextEncoding

/// What is on lines of its own and shows nothing, or a formula.
extension DialectReader {
  /// Reads a formula between `$$`, as a fence named `math`.
  mutating func readFormula(_ line: DialectLine) -> Bool {
    guard dialects.contains(.math), line.content.starts(with: "$$".utf8) else { return false }
    let words = line.words
    let fence = [UInt8](repeating: 0x20, count: min(line.indent, 60)) + Array("````".utf8)
    if words.count > 4, words.hasSuffix("$$") {
      let inside = words.dropFirst(2).dropLast(2)
      guard !inside.contains("$$") else { return false }
      separate()
      write(fence + Array("math".utf8), from: line.start)
      write(Array(inside.utf8), from: line.start)
    } else {
      guard words == "$$" || !words.dropFirst(2).contains("$$"),
        let end = endOfBlock("$$", where: { Self.trimmed($0).hasSuffix("$$") })
      else { return false }
      separate()
      write(fence + Array("math".utf8), from: line.start)
      if words != "$$" { write(Array(words.dropFirst(2).utf8), from: line.start) }
      copyLines(upTo: end, isCode: true)
      if let last = takeLine() {
        let words = Self.trimmed(String(decoding: bytes[last], as: UTF8.self)).dropLast(2)
        if !words.isEmpty { write(Array(words.utf8), from: last.lowerBound) }
      }
    }
    write(fence, from: line.start)
    endParagraph()
    return true
  }

  /// Leaves out a comment of Obsidian, `%%` to `%%`, that fills its lines.
  mutating func readComment(_ line: DialectLine) -> Bool {
    guard dialects.contains(.comments), line.content.starts(with: "%%".utf8) else { return false }
    let words = line.words
    if words.count > 4, words.hasSuffix("%%") {
      guard !words.dropFirst(2).dropLast(2).contains("%%") else { return false }
      write([], from: line.start)
    } else {
      guard !words.dropFirst(2).contains("%%"),
        let end = endOfBlock("%%", where: { Self.trimmed($0).hasSuffix("%%") })
      else { return false }
      write([], from: line.start)
      copyLines(upTo: end, isCode: false)
      if let last = takeLine() { write([], from: last.lowerBound) }
    }
    endParagraph()
    return true
  }

  /// Leaves out a comment of MDX, `{/* … */}`, that fills its lines.
  mutating func readModuleComment(_ line: DialectLine) -> Bool {
    guard dialects.contains(.comments), line.content.starts(with: "{/*".utf8) else { return false }
    let words = line.words
    if let close = words.index(of: "*/}") {
      guard words[close...] == "*/}" else { return false }
    } else {
      guard let end = endOfBlock("*/}", where: { Self.trimmed($0).hasSuffix("*/}") }) else {
        return false
      }
      copyLines(upTo: end, isCode: false)
      _ = takeLine()
    }
    write([], from: line.start)
    endParagraph()
    return true
  }

  /// Leaves out `*[HTML]: Hyper Text`, and keeps what it says of a word.
  mutating func readAbbreviation(_ line: DialectLine) -> Bool {
    guard dialects.contains(.definitionLists), line.content.starts(with: "*[".utf8) else {
      return false
    }
    let words = line.words
    guard let close = words.index(of: "]:") else { return false }
    let name = String(words[..<close].dropFirst(2))
    let meaning = words[close...].dropFirst(2).trimmingSpaces
    guard !meaning.isEmpty, Abbreviations.isName(name) else { return false }
    if text.abbreviations.count < Abbreviations.maxCount, text.abbreviations[name] == nil {
      text.abbreviations[name] = meaning
    }
    write([], from: line.start)
    endParagraph()
    return true
  }

  /// Leaves out a line of attributes, as `{: .note }`, which the page cannot give to its block; an id goes
  /// to the heading above it.
  mutating func readAttributes(_ line: DialectLine) -> Bool {
    let words = line.words
    guard dialects.contains(.attributes), words.utf8.count < AttributeList.maxLength,
      words.last == "}",
      let attributes = AttributeList.attributes(in: words.dropFirst().dropLast())
    else { return false }
    if emptyLines.isEmpty {
      if attributes.contains(where: { $0.drop { $0 == ":" } == "toc" }) {
        takeContentsItem(at: line)
      } else {
        nameHeading(attributes)
      }
    }
    write([], from: line.start)
    endParagraph()
    return true
  }

  /// Leaves out the list of one item that `{:toc}` of kramdown makes the contents of: the page has its own.
  private mutating func takeContentsItem(at line: DialectLine) {
    let start = text.bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let first = min(start + level.prefix.count, text.bytes.count)
    let isItem = text.bytes.withUnsafeBufferPointer { bytes in
      let item = bytes[first...].drop { $0 == 0x20 }
      return Self.listItemOffset(item) != nil
    }
    guard isItem, !text.lineOffsets.isEmpty else { return }
    text.bytes.removeSubrange(start...)
    let offset = text.lineOffsets.removeLast()
    level.listOffsets = []
    text.contentsMarks.append(offset)
  }

  /// Writes an id at the end of the last line when that is a heading without one.
  private mutating func nameHeading(_ attributes: [String]) {
    guard let id = AttributeList.id(in: attributes), AttributeList.isList("#" + id),
      text.bytes.last == 0x0A
    else { return }
    let written = text.bytes.dropLast()
    let start = written.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let content = written[start...].dropFirst(level.prefix.count).drop { $0 == 0x20 }
    let signs = content.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(signs.count), content.dropFirst(signs.count).first == 0x20,
      let last = content.last, last != UInt8(ascii: "#"), last != UInt8(ascii: "}")
    else { return }
    text.bytes.removeLast()
    text.bytes += Array(" {#\(id)}\n".utf8)
  }

  /// Leaves out `[TOC]` and its like: the page has a list of its headings.
  mutating func readContentsMark(_ line: DialectLine) -> Bool {
    guard dialects.contains(.comments), line.rest.count < 40,
      ["[toc]", "[[toc]]", "[[_toc_]]"].contains(line.words.lowercased())
    else { return false }
    text.contentsMarks.append(line.start)
    write([], from: line.start)
    endParagraph()
    return true
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.last == " " || text.last == "\t" || text.last == "\r" { text = text.dropLast() }
    return text
  }
}
