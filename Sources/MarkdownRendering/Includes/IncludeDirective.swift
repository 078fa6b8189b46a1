import TextEncoding

/// A demand for the text of another file, as mdBook, pymdown's snippets, markdown-include and MyST
/// write it.
struct IncludeDirective: Hashable {
  /// Where the path of the file starts.
  enum Base {
    /// At the folder of the file that it is written in: mdBook.
    case file
    /// At the folder that the site is made in: the source, or else one between it and the file.
    case site
  }

  /// The longest directive, in bytes.
  private static let maxLength = 500

  /// The file as it is written, without the part of it that is asked for.
  let path: String
  let base: Base
  /// The part that is asked for.
  var part = IncludedPart.whole
  /// The language of the file when it is shown as code, in a fence of its own; empty when it is not known.
  var code: String?
  /// Whether it is a comment or a link, which code only shows.
  var isOfText = false

  /// Where the signs of a directive stand in a line, and what they ask for.
  struct Found {
    let range: Range<Int>
    /// Nil when a backslash makes plain text of the signs.
    let directive: IncludeDirective?
  }

  private static let word = Array("include".utf8)

  // MARK: In a line

  /// Whether a text may hold directives: `{{`, `{!`, `{include}`, `{literalinclude}`, `8<`, `@include` or
  /// `:include`.
  static func mayBe(in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      let (brace, at, colon) = (UInt8(ascii: "{"), UInt8(ascii: "@"), UInt8(ascii: ":"))
      var index = 0
      while case let found = text.indexOrEnd(of: brace, at, or: colon, from: index),
        found < text.count
      {
        index = found + 1
        let next = index < text.count ? text[index] : 0
        if text[found] == brace ? "{!il".utf8.contains(next) : text[index...].starts(with: word) {
          return true
        }
      }
      return holdsCut(text)
    }
  }

  /// Whether a text holds the `8<` of a snippet.
  private static func holdsCut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let angle = UInt8(ascii: "<")
    var index = 0
    while case let found = text.indexOrEnd(of: angle, or: angle, from: index), found < text.count {
      if found > 0, text[found - 1] == UInt8(ascii: "8") { return true }
      index = found + 1
    }
    return false
  }

  /// Finds the next directive between braces in a line.
  ///
  /// - Parameters:
  ///   - isCode: Whether the place follows a backtick that nothing closes; nil where backticks mean
  ///     nothing. In code nothing is included.
  static func first(
    in line: ArraySlice<UInt8>, from start: Int, isCode: inout Bool?
  ) -> Found? {
    var index = start
    while index + 3 < line.endIndex {
      if line[index] == UInt8(ascii: "`") { isCode = isCode.map { !$0 } }
      guard line[index] == UInt8(ascii: "{"), isCode != true else {
        index += 1
        continue
      }
      if let found = moustache(in: line, at: index) ?? exclamation(in: line, at: index) {
        return found
      }
      index += 1
    }
    return nil
  }

  /// `{{#include file.rs:2:10}}`, with a backslash before it or not.
  private static func moustache(in line: ArraySlice<UInt8>, at index: Int) -> Found? {
    guard line[index + 1] == UInt8(ascii: "{"),
      let end = end(of: line, from: index + 2, at: (UInt8(ascii: "}"), UInt8(ascii: "}"))),
      line[(index + 2)..<end].first(where: { $0 > 0x20 }) == UInt8(ascii: "#")
    else { return nil }
    let words = String(decoding: line[(index + 2)..<(end - 2)], as: UTF8.self).trimmed
      .split(maxSplits: 1) { $0 == " " || $0 == "\t" }
    guard words.count == 2, let name = words.first, let rest = words.last else { return nil }
    var directive: IncludeDirective
    switch name {
    case "#include", "#rustdoc_include": directive = IncludeDirective(mdBook: String(rest).trimmed)
    case "#playground", "#playpen":
      let path = rest.split { $0 == " " || $0 == "\t" || $0 == "," }.first ?? rest
      directive = IncludeDirective(mdBook: String(path))
      directive.code = "rust"
    default: return nil
    }
    if index > line.startIndex, line[index - 1] == UInt8(ascii: "\\") {
      return Found(range: (index - 1)..<end, directive: nil)
    }
    return Found(range: index..<end, directive: directive)
  }

  /// Returns the place after the two signs that end a directive, which holds no brace: each byte is
  /// looked at once, however many directives nothing ends.
  private static func end(
    of line: ArraySlice<UInt8>, from start: Int, at signs: (UInt8, UInt8)
  ) -> Int? {
    var index = start
    let limit = min(line.endIndex, start + maxLength)
    while index + 1 < limit, line[index] != UInt8(ascii: "{") {
      if line[index] == signs.0, line[index + 1] == signs.1 { return index + 2 }
      index += 1
    }
    return nil
  }

  /// `{!file.md!}`, with the lines that are asked for or not.
  private static func exclamation(in line: ArraySlice<UInt8>, at index: Int) -> Found? {
    guard line[index + 1] == UInt8(ascii: "!"),
      let end = end(of: line, from: index + 2, at: (UInt8(ascii: "!"), UInt8(ascii: "}")))
    else { return nil }
    let path = String(decoding: line[(index + 2)..<(end - 2)], as: UTF8.self).trimmed
    guard !path.isEmpty else { return nil }
    return Found(
      range: index..<end, directive: IncludeDirective(path: path, base: .site))
  }

  private init(mdBook text: String) {
    let isAddress = text.contains("://")
    let parts =
      isAddress
      ? [text] : text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    self.init(
      path: parts.first ?? "", base: .file, part: IncludedPart(mdBook: Array(parts.dropFirst())))
  }

  init(path: String, base: Base, part: IncludedPart = .whole) {
    self.path = path
    self.base = base
    self.part = part
  }

  // MARK: On a line of its own

  /// What a line of signs `--8<--` is.
  enum Snippet: Hashable {
    /// One file.
    case file(IncludeDirective)
    /// The first or the last line of a list of files.
    case edge
    /// The start or the end of a part with a name, which is not shown.
    case mark
    /// The line is shown, without the sign that says so.
    case escaped
    /// A file that is left out for now.
    case nothing
  }

  init?(snippet text: String) {
    let text = text.trimmed
    guard !text.isEmpty, !text.hasPrefix(";") else { return nil }
    let (path, part) = IncludedPart.cut(snippet: text)
    self.init(path: path, base: .site, part: part)
  }

  /// Returns where the signs `-8<-` stand in a line.
  private static func scissors(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var index = line.startIndex
    while index + 4 <= line.endIndex {
      if line[index] == UInt8(ascii: "-"), line[index + 1] == UInt8(ascii: "8"),
        line[index + 2] == UInt8(ascii: "<"), line[index + 3] == UInt8(ascii: "-")
      {
        return index..<(index + 4)
      }
      index += 1
    }
    return nil
  }

  /// Reads `<!-- @include: ./a.md{1,10} -->` of VitePress, and `[words](a.md ':include')` of docsify.
  private static func comment(_ line: ArraySlice<UInt8>) -> IncludeDirective? {
    guard line.count < maxLength else { return nil }
    let words = String(decoding: line, as: UTF8.self).trimmed
    if words.hasPrefix("<!--"), words.hasSuffix("-->"), words.count > 6 {
      let inside = String(words.dropFirst(4).dropLast(3)).trimmed
      guard inside.hasPrefix("@include:") else { return nil }
      let (path, part) = IncludedPart.cut(
        vitePress: String(inside.dropFirst("@include:".count)).trimmed)
      if path.hasPrefix("@/") {
        return ofText(String(path.dropFirst(2)), .site, part)
      }
      return path.isEmpty ? nil : ofText(path, .file, part)
    }
    guard words.first == "[", words.last == ")", let start = words.firstRange(of: "]("),
      words[start.upperBound...].contains("':include"),
      let path = words[start.upperBound...].split(separator: " ").first,
      path.hasSuffix(".md"), !path.contains("]"), !words.dropLast().contains(")")
    else { return nil }
    return path.hasPrefix("/")
      ? ofText(String(path.dropFirst()), .site) : ofText(String(path), .file)
  }

  private static func ofText(
    _ path: String, _ base: Base, _ part: IncludedPart = .whole
  ) -> IncludeDirective {
    var directive = IncludeDirective(path: path, base: base, part: part)
    directive.isOfText = true
    return directive
  }

  static func snippet(_ line: ArraySlice<UInt8>) -> Snippet? {
    var rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    if rest.first == UInt8(ascii: "<") || rest.first == UInt8(ascii: "["), let found = comment(rest)
    {
      return .file(found)
    }
    let isEscaped = rest.first == UInt8(ascii: ";")
    if isEscaped { rest = rest.dropFirst() }
    guard let scissors = scissors(in: rest) else { return nil }
    let before = rest[..<scissors.lowerBound]
    let after = rest[scissors.upperBound...].drop { $0 == UInt8(ascii: "-") }
    let words = String(decoding: after, as: UTF8.self).trimmed
    guard before.allSatisfy({ $0 == UInt8(ascii: "-") }) else {
      return words.isSectionMark ? .mark : nil
    }
    if words.isSectionMark { return .mark }
    let isFile =
      words.count > 2 && (words.first == "\"" || words.first == "'") && words.first == words.last
    guard words.isEmpty || isFile else { return nil }
    if isEscaped { return .escaped }
    if words.isEmpty { return .edge }
    return IncludeDirective(snippet: String(words.dropFirst().dropLast())).map(Snippet.file)
      ?? .nothing
  }
}

extension String {
  /// Whether a text is `[start: name]` or `[end: name]`, as it follows the signs `-8<-`.
  fileprivate var isSectionMark: Bool {
    guard hasPrefix("["), let end = firstIndex(of: "]") else { return false }
    let inside = String(self[..<end].dropFirst()).trimmed
    return inside.hasPrefix("start") || inside.hasPrefix("end")
  }
}
