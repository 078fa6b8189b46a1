import TextEncoding
/// Writes code as HTML, its words in classes that a theme colours: `k` a keyword, `s` a string, `c` a
/// comment, `m` a number, `n` a name, `gi` and `gd` lines that a change adds and removes.
///
/// - Complexity: O(*n*) in the length of the code.
struct CodeHighlighter {
  /// Longer code stays in one colour.
  static let maxLength = 200_000

  private let code: UnsafeBufferPointer<UInt8>
  private let language: CodeLanguage
  private var output: [UInt8] = []
  private var index = 0
  /// Where what has no class starts.
  private var plainStart = 0

  /// Appends code as HTML; returns whether its language is known.
  static func append(
    _ code: UnsafeBufferPointer<UInt8>, in name: String, to output: inout [UInt8]
  ) -> Bool {
    guard code.count <= maxLength, let language = CodeLanguage.named(name) else { return false }
    var highlighter = CodeHighlighter(code, language)
    highlighter.read()
    output += highlighter.output
    return true
  }

  private init(_ code: UnsafeBufferPointer<UInt8>, _ language: CodeLanguage) {
    self.code = code
    self.language = language
  }

  private mutating func read() {
    while index < code.count {
      switch language.form {
      case .program: readToken()
      case .settings: readSetting()
      case .markup: readMarkup()
      case .lines: readLine()
      }
    }
    writePlain(to: code.count)
  }

  // MARK: Forms

  private mutating func readToken() {
    let byte = code[index]
    if let end = endOfComment() {
      mark(index..<end, "c")
    } else if let end = endOfString() {
      mark(index..<end, isBeforeColon(end) ? "n" : "s")
    } else if Self.isLetter(byte) {
      var end = index
      while end < code.count, Self.isLetter(code[end]) || Self.isDigit(code[end]) { end += 1 }
      if language.form == .program, language.blockComment?.open == "/*",
        language.lineComments.isEmpty
      {
        while end < code.count, code[end] == UInt8(ascii: "-") || Self.isLetter(code[end]) {
          end += 1
        }
      }
      let word = String(decoding: code[index..<end], as: UTF8.self)
      if language.keywords.contains(language.ignoresCase ? word.lowercased() : word) {
        mark(index..<end, "k")
      } else if isBeforeColon(end) {
        mark(index..<end, "n")
      } else {
        index = end
      }
    } else if Self.isDigit(byte) {
      var end = index
      while end < code.count,
        Self.isLetter(code[end]) || Self.isDigit(code[end]) || code[end] == UInt8(ascii: ".")
      {
        end += 1
      }
      mark(index..<end, "m")
    } else {
      index += 1
    }
  }

  /// Reads the name that starts a line, and then its value.
  private mutating func readSetting() {
    guard isLineStart else { return readToken() }
    var start = index
    while start < code.count, [0x20, 0x09, UInt8(ascii: "-")].contains(code[start]) { start += 1 }
    if start < code.count, code[start] == UInt8(ascii: "[") {
      index = start
      return mark(start..<endOfLine(from: start), "k")
    }
    var end = start
    while end < code.count, code[end] != 0x0A, code[end] != UInt8(ascii: ":"),
      code[end] != UInt8(ascii: "="), code[end] != UInt8(ascii: "#")
    {
      end += 1
    }
    let isName =
      end < code.count && end > start
      && (code[end] == UInt8(ascii: "=")
        || code[end] == UInt8(ascii: ":")
          && (end + 1 == code.count || code[end + 1] == 0x20 || code[end + 1] == 0x0A))
    index = start
    if isName {
      mark(start..<end, "n")
      index = end + 1
    } else if start < code.count {
      readToken()
    }
  }

  private mutating func readMarkup() {
    guard code[index] == UInt8(ascii: "<") else {
      index += 1
      return
    }
    if let end = endOfComment() { return mark(index..<end, "c") }
    var end = index + 1
    if end < code.count, code[end] == UInt8(ascii: "/") { end += 1 }
    guard end < code.count, Self.isLetter(code[end]) || code[end] == UInt8(ascii: "!") else {
      index += 1
      return
    }
    while end < code.count, Self.isNameByte(code[end]) { end += 1 }
    mark(index..<end, "k")
    while index < code.count, code[index] != UInt8(ascii: ">") {
      if let end = endOfString() {
        mark(index..<end, "s")
      } else if Self.isLetter(code[index]) {
        var end = index
        while end < code.count, Self.isNameByte(code[end]) { end += 1 }
        mark(index..<end, "n")
      } else {
        index += 1
      }
    }
  }

  private mutating func readLine() {
    let end = endOfLine(from: index)
    let isDiff = language.names.contains("diff")
    let `class`: StaticString? =
      switch code[index] {
      case UInt8(ascii: "+"): isDiff ? "gi" : nil
      case UInt8(ascii: "-"): isDiff ? "gd" : nil
      case UInt8(ascii: "@"): isDiff ? "c" : nil
      case UInt8(ascii: "#"): isDiff ? nil : "k"
      case UInt8(ascii: ">"), UInt8(ascii: "<"): isDiff ? nil : "c"
      case UInt8(ascii: "`"): isDiff ? nil : "s"
      default: nil
      }
    if let `class` { mark(index..<end, `class`) }
    index = min(end + 1, code.count)
  }

  // MARK: Ends

  private func endOfComment() -> Int? {
    if let comment = language.blockComment, starts(with: comment.open) {
      return self.end(of: comment.close, from: index + comment.open.utf8.count) ?? code.count
    }
    for sign in language.lineComments where starts(with: sign) {
      // « #! », « $# » and « a#b » are no comments.
      let previous: UInt8 = index > 0 ? code[index - 1] : 0x0A
      if sign != "#" && sign != ";" || previous <= 0x20 { return endOfLine(from: index) }
    }
    return nil
  }

  /// Returns where the string that starts here ends: at its line's end at the latest, for a short quote.
  private func endOfString() -> Int? {
    guard let quote = language.quotes.first(where: starts) else { return nil }
    // An apostrophe in a word opens nothing.
    if quote == "'", index > 0, Self.isLetter(code[index - 1]) { return nil }
    let length = quote.utf8.count
    var end = index + length
    while end < code.count {
      if code[end] == UInt8(ascii: "\\") {
        end += 2
        continue
      }
      if code[end] == 0x0A, length == 1, quote != "`", language.form != .markup { return end }
      if code[end...].starts(with: quote.utf8) { return end + length }
      end += 1
    }
    return code.count
  }

  private func end(of mark: String, from start: Int) -> Int? {
    guard start < code.count else { return nil }
    return code[start...].firstRange(of: Array(mark.utf8))?.upperBound
  }

  private func endOfLine(from start: Int) -> Int {
    DialectSigns.index(of: 0x0A, in: code, from: start) ?? code.count
  }

  private func starts(with text: String) -> Bool { code[index...].starts(with: text.utf8) }

  private var isLineStart: Bool { index == 0 || code[index - 1] == 0x0A }

  private func isBeforeColon(_ end: Int) -> Bool {
    guard language.namesBeforeColon else { return false }
    let rest = code[end...].drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: ":")
  }

  // MARK: Output

  private mutating func mark(_ range: Range<Int>, _ class: StaticString) {
    let range = range.lowerBound..<min(range.upperBound, code.count)
    writePlain(to: range.lowerBound)
    if !range.isEmpty {
      output.append("<span class=\"")
      output.append(`class`)
      output.append("\">")
      HTMLEscaping.append(UnsafeBufferPointer(rebasing: code[range]), to: &output)
      output.append("</span>")
    }
    index = max(range.upperBound, index)
    plainStart = range.upperBound
  }

  private mutating func writePlain(to end: Int) {
    guard plainStart < end else { return }
    HTMLEscaping.append(UnsafeBufferPointer(rebasing: code[plainStart..<end]), to: &output)
    plainStart = end
  }

  // MARK: Bytes

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || [0x2D, 0x3A, 0x2E, 0x40, 0x21].contains(byte)
  }
}
