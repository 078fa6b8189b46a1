import Diagnostics

/// Reads the tags of a template and says what is wrong with them, at the byte where it is wrong.
///
/// The language is Mustache with layouts (`{{<base}}{{$block}}…{{/block}}{{/base}}`) and questions
/// about the place in a list (`{{#first()}}`), as in swift-mustache. Left out on purpose: partials
/// named by a value, changes of delimiters, pragmas, other transforms.
struct TemplateScanner {
  /// How many tags may enclose one another; templates by people have ten.
  private static let deepestNesting = 100

  private let bytes: [UInt8]
  private let path: String
  private let lines: LineIndex
  private(set) var tags: [TemplateTag] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the tags of a template.
  ///
  /// - Parameter path: How messages name the file.
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    lines = LineIndex(bytes)
    readTags()
    checkNesting()
  }

  private func location(of range: Range<Int>) -> SourceLocation {
    let start = lines.position(atByte: range.lowerBound)
    let end = lines.position(atByte: range.upperBound)
    let length = end.line == start.line ? end.column - start.column : 2
    return SourceLocation(path: path, position: start, length: length)
  }

  private mutating func readTags() {
    var position = 0
    while let start = find("{{", from: position) {
      let isTriple = byte(at: start + 2) == UInt8(ascii: "{")
      let closing = isTriple ? "}}}" : "}}"
      let inside = start + (isTriple ? 3 : 2)
      guard let end = find(closing, from: inside) else {
        diagnostics.append(.unclosedTag(at: location(of: start..<start + 2)))
        return
      }
      position = end + closing.utf8.count
      readTag(inside: inside..<end, range: start..<position, isTriple: isTriple)
    }
  }

  private mutating func readTag(inside: Range<Int>, range: Range<Int>, isTriple: Bool) {
    var inside = inside
    let sigil = isTriple ? UInt8(ascii: "&") : bytes[inside].first(where: { !isSpace($0) }) ?? 0
    guard let kind = kind(ofSigil: sigil) else {
      diagnostics.append(.unsupportedTag(at: location(of: range)))
      return
    }
    if !isTriple, kind != .variable || sigil == UInt8(ascii: "&") {
      let position = bytes[inside].firstIndex(of: sigil) ?? inside.lowerBound
      inside = position + 1..<inside.upperBound
    }
    let name = trimmedText(inside)
    if kind != .comment, !isName(name, of: kind) {
      diagnostics.append(.unreadableTagName(name, at: location(of: range)))
      return
    }
    tags.append(TemplateTag(kind: kind, name: name, range: range))
  }

  private func kind(ofSigil sigil: UInt8) -> TemplateTag.Kind? {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .invertedSection
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="), UInt8(ascii: "%"): nil
    default: .variable
    }
  }

  private func isName(_ name: String, of kind: TemplateTag.Kind) -> Bool {
    if name == "." { return [.variable, .section, .invertedSection, .close].contains(kind) }
    if name == TemplateTag.placeName { return kind == .variable }
    if LoopPredicate(rawValue: name) != nil {
      return [.section, .invertedSection, .close].contains(kind)
    }
    // A closing tag repeats the name of any other.
    let separators = kind == .partial || kind == .parent || kind == .close ? "./" : "."
    let parts = name.utf8.split(omittingEmptySubsequences: false) { separators.utf8.contains($0) }
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy(isNameByte) }
  }

  private mutating func checkNesting() {
    // What follows a tag that could not be read would be blamed for it.
    guard diagnostics.isEmpty else { return }
    var open: [TemplateTag] = []
    for tag in tags {
      if let parent = open.last, parent.kind == .parent, tag.kind != .close,
        tag.kind != .block, tag.kind != .comment
      {
        diagnostics.append(.outsideBlocks(of: parent.name, at: location(of: tag.range)))
      }
      if tag.opens {
        open.append(tag)
        if open.count > Self.deepestNesting {
          diagnostics.append(
            .nestedTooDeep(limit: Self.deepestNesting, at: location(of: tag.range)))
          return
        }
      } else if tag.kind == .close {
        guard let last = open.popLast() else {
          diagnostics.append(.closesNothing(tag.name, at: location(of: tag.range)))
          return
        }
        guard last.name == tag.name else {
          let line = lines.position(atByte: last.range.lowerBound).line
          diagnostics.append(
            .closesAnother(tag.name, open: last.name, line: line, at: location(of: tag.range)))
          return
        }
      }
    }
    diagnostics += open.map { .neverClosed($0.name, at: location(of: $0.range)) }
  }

  private func trimmedText(_ range: Range<Int>) -> String {
    let inside = bytes[range]
    guard let start = inside.firstIndex(where: { !isSpace($0) }),
      let end = inside.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: inside[start...end], as: UTF8.self)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var position = start
    while let found = bytes[min(position, bytes.count)...].firstIndex(of: first) {
      if bytes[found...].starts(with: text.utf8) { return found }
      position = found + 1
    }
    return nil
  }

  private func byte(at position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
