/// The directives of MyST, fences whose name stands in braces, and the code of Pandoc, R Markdown and Quarto,
/// whose language does.
extension DialectReader {
  /// Directives that show what they hold, and leave no trace.
  private static let plainDirectives: Set<String> = [
    "tab-set", "grid", "grid-item", "div", "only", "rst-class", "container", "hlist", "epigraph",
    "pull-quote", "card-carousel", "button-link",
  ]
  private static let titledDirectives: Set<String> = [
    "sidebar", "topic", "card", "grid-item-card", "margin", "aside", "rubric",
  ]
  private static let codeDirectives: Set<String> = [
    "code-block", "code", "code-cell", "sourcecode", "prompt", "parsed-literal",
  ]
  /// The languages that a fence runs rather than shows, for other tools.
  private static let runLanguages: Set<String> = [
    "r", "python", "julia", "bash", "sh", "sql", "js", "ojs", "stan", "css", "dot", "html",
    "mermaid",
    "rcpp", "octave", "node", "ruby", "perl", "go", "rust",
  ]

  /// Whether a line may open a directive, or close one.
  static func mayBeDirective(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.drop { $0 == UInt8(ascii: "`") }.first == UInt8(ascii: "{")
  }

  /// Reads ` ```{name} argument `, or the signs alone that close a directive.
  mutating func readDirective(_ line: DialectLine) -> Bool {
    let sign = UInt8(ascii: "`")
    let count = line.content.prefix { $0 == sign }.count
    guard dialects.contains(.admonitions), count > 2 else { return false }
    let rest = line.words.drop { $0 == "`" }
    if rest.isEmpty { return closeBlock(sign, count, at: line) }
    guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return false }
    let name = String(rest[..<close].dropFirst())
    let argument = String(rest[close...].dropFirst()).trimmingSpaces
    if let language = Self.language(in: name) { return openCode(language, sign, count, at: line) }
    return readDirective(name, argument, sign, count, at: line)
  }

  /// Returns the language that braces name: `.python .numberLines`, `r echo=FALSE`, `python`.
  private static func language(in braces: String) -> String? {
    let parts = braces.split { $0 == " " || $0 == "," }
    guard let first = parts.first else { return nil }
    if first.first == "." { return String(first.dropFirst()) }
    return runLanguages.contains(first.lowercased()) ? first.lowercased() : nil
  }

  /// Opens a directive by its name; returns whether it is one that is read.
  mutating func readDirective(
    _ name: String, _ argument: String, _ sign: UInt8, _ count: Int, at line: DialectLine
  ) -> Bool {
    let end = DialectLevel.End.signs(sign, count: count)
    let title = argument.isEmpty ? nil : argument
    if Self.codeDirectives.contains(name) {
      guard sign == UInt8(ascii: "`") else { return false }
      return openCode(argument.isEmpty ? "" : argument, sign, count, at: line)
    }
    guard canOpen else { return false }
    switch name {
    case "math":
      return sign == UInt8(ascii: "`") && openCode("math", sign, count, at: line)
    case "figure", "image": return readFigure(argument, sign, count, at: line)
    case "admonition", "callout":
      let options = takeOptions()
      let classes = (options["class"] ?? "").split(separator: " ").map(String.init)
      let type = classes.first(where: AlertType.isKnown) ?? "note"
      open(end, at: line, alert: AlertMark.line(type, title: title))
    case "tab-item":
      _ = takeOptions()
      open(end, at: line, alert: AlertMark.line(AlertType.tab, folding: .open, title: argument))
    case "dropdown", "toggle":
      _ = takeOptions()
      open(end, at: line, alert: AlertMark.line("details", folding: .closed, title: title))
    case _ where Self.plainDirectives.contains(name):
      _ = takeOptions()
      open(end, at: line, alert: nil)
    case _ where Self.titledDirectives.contains(name):
      _ = takeOptions()
      open(end, at: line, alert: AlertMark.line("note", title: argument))
    case _ where AlertType.isKnown(name) && Self.isName(name):
      let options = takeOptions()
      let isFolded = options["class"]?.contains("dropdown") == true
      open(
        end, at: line, alert: AlertMark.line(name, folding: isFolded ? .closed : .none, title: nil))
      // Such a block has no title: its first words may stand on the line that opens it.
      if !argument.isEmpty { write(Array(argument.utf8), from: line.start) }
    default: return false
    }
    return true
  }

  /// Opens a fence of code, whose options are left out.
  private mutating func openCode(
    _ language: String, _ sign: UInt8, _ count: Int, at line: DialectLine
  ) -> Bool {
    let indent = min(line.indent, 60)
    write(
      [UInt8](repeating: 0x20, count: indent) + [UInt8](repeating: sign, count: count)
        + Array(language.utf8), from: line.start)
    _ = takeOptions()
    endParagraph()
    level.fence = DialectLevel.Fence(
      sign: sign, length: count, indent: level.listOffsets.last ?? 0)
    return true
  }

  /// Reads `{figure} path` with its caption as a picture, and text below it.
  private mutating func readFigure(
    _ path: String, _ sign: UInt8, _ count: Int, at line: DialectLine
  ) -> Bool {
    guard !path.isEmpty, !path.contains("<"), !path.contains(">") else { return false }
    let fence = String(repeating: Character(Unicode.Scalar(sign)), count: count)
    guard let end = endOfBlock("figure \(fence)", where: { $0.trimmingSpaces == fence }) else {
      return false
    }
    let options = takeOptions()
    let spaces = [UInt8](repeating: 0x20, count: min(line.indent, 60))
    separate()
    let digits = options["width"].map { $0.prefix(while: \.isNumber) } ?? ""
    let isInPixels = options["width"].map { $0 == digits || $0.hasSuffix("px") } ?? false
    var picture = "![\(options["alt"] ?? "")\(isInPixels ? "|\(digits)" : "")](<\(path)>)"
    if let name = options["name"] {
      let mark = Character(Unicode.Scalar(Self.placeMark))
      text.places.insert(name)
      picture += "\(mark)\(name)\(mark)"
    }
    write(spaces + Array(picture.utf8), from: line.start)
    separate()
    copyLines(upTo: end, isCode: true)
    _ = takeLine()
    separate()
    endParagraph()
    return true
  }

  /// Takes the options right below the line that opens a directive: `:class: tip`.
  private mutating func takeOptions() -> [String: String] {
    var options: [String: String] = [:]
    while true {
      let start = next
      guard let range = takeLine() else { return options }
      let words = String(decoding: bytes[range].prefix(400), as: UTF8.self).trimmingSpaces
      guard words.first == ":", let end = words.dropFirst().firstIndex(of: ":"),
        Self.isName(words[..<end].dropFirst())
      else {
        next = start
        return options
      }
      options[String(words[..<end].dropFirst())] = String(words[end...].dropFirst()).trimmingSpaces
    }
  }

  // MARK: Formulas

  /// Reads a formula between lines `\[` and `\]`, or `\begin{equation}` and its end.
  mutating func readBracketedFormula(_ line: DialectLine) -> Bool {
    guard dialects.contains(.math) else { return false }
    let words = line.words
    let (mark, isKept): (String, Bool)
    if words.hasPrefix("\\[") {
      (mark, isKept) = ("\\]", false)
    } else if words.hasPrefix("\\begin{"), let close = words.firstIndex(of: "}") {
      (mark, isKept) = ("\\end" + words[..<close].dropFirst("\\begin".count) + "}", true)
    } else {
      return false
    }
    let inside = isKept ? words[...] : words.dropFirst(2)
    let fence = [UInt8](repeating: 0x20, count: min(line.indent, 60)) + Array("````".utf8)
    if inside.contains(mark) {
      // « \[1\] » is a text in brackets.
      guard isKept, words.hasSuffix(mark) else { return false }
      separate()
      write(fence + Array("math".utf8), from: line.start)
      write(Array(words.utf8), from: line.start)
    } else {
      guard isKept || inside.isEmpty,
        let end = endOfBlock(mark, where: { $0.trimmingSpaces.hasSuffix(mark) })
      else { return false }
      separate()
      write(fence + Array("math".utf8), from: line.start)
      if !inside.isEmpty { write(Array(inside.utf8), from: line.start) }
      copyLines(upTo: end, isCode: true)
      if let last = takeLine() {
        let words = String(decoding: bytes[last], as: UTF8.self).trimmingSpaces
        let shown = isKept ? words[...] : words.dropLast(2)
        if !shown.isEmpty { write(Array(shown.utf8), from: last.lowerBound) }
      }
    }
    write(fence, from: line.start)
    endParagraph()
    return true
  }

  // MARK: Logseq

  private static let orgTypes = [
    "note": "note", "tip": "tip", "important": "important", "warning": "warning",
    "caution": "caution", "pinned": "note", "quote": "quote", "example": "example",
  ]

  /// Reads `#+BEGIN_NOTE` and `#+END_NOTE`, of Logseq and Org.
  mutating func readOrgBlock(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), line.content.starts(with: "#+".utf8) else {
      return false
    }
    let words = line.words.lowercased()
    if words.hasPrefix("#+end_") {
      let end = DialectLevel.End.tag("#" + words.dropFirst("#+end_".count))
      guard let index = levels.lastIndex(where: { $0.end == end }) else { return false }
      close(from: index)
      write([], from: line.start)
      return true
    }
    guard words.hasPrefix("#+begin_"), canOpen else { return false }
    let name = words.dropFirst("#+begin_".count).prefix { $0 != " " }
    if name == "src" {
      guard let end = endOfBlock("#+end_src", where: { $0.lowercased().hasPrefix("#+end_src") })
      else {
        return false
      }
      let language = words.split(separator: " ").dropFirst().first ?? ""
      write(Array("````\(language)".utf8), from: line.start)
      copyLines(upTo: end, isCode: true)
      write(Array("````".utf8), from: end)
      _ = takeLine()
      endParagraph()
      return true
    }
    guard let type = Self.orgTypes[String(name)] else { return false }
    open(.tag("#" + name), at: line, alert: AlertMark.line(type, title: nil))
    return true
  }
}

extension String {
  /// The text without the spaces and tabs around it.
  var trimmingSpaces: String {
    let rest = drop { $0 == " " || $0 == "\t" }
    return String(rest.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

extension Substring {
  var trimmingSpaces: String { String(self).trimmingSpaces }
}
