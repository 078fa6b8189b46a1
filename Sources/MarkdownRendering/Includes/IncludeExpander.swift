import Diagnostics
import TextEncoding

/// Puts the texts that a sheet includes in their places, before the parser reads it: in fences as well.
///
/// A directive that cannot be followed stays as it is typed, and is reported. What is included may include
/// in its turn, to a depth and a size; files that include each other are reported too.
struct IncludeExpander {
  /// The most files in one another.
  static let greatestDepth = 10
  /// The most files that one sheet may include.
  static let maxFiles = 1_000
  /// The most bytes that one sheet may include.
  static let maxBytes = 4 << 20

  /// A file that is being read, and what its lines stand in.
  struct Context {
    let path: String
    /// The place of the file in the paths of the text.
    let file: Int
    /// What comes before each of its lines: the indentation of the directive, the signs of a quotation.
    let prefix: [UInt8]
    /// The files that include it, and itself.
    let ancestors: [String]
    /// Whether it is Markdown, whose fences and code count.
    let isMarkdown: Bool
  }

  /// Returns the text of a file, by its path relative to the source; the place is that of the directive.
  typealias Reading = (_ path: String, _ place: SourceLocation) -> IncludedText

  let textOfFile: Reading
  /// Returns the file that a path is likely to mean.
  let nearFile: (String) -> String?
  private(set) var text = ExpandedText()
  private var fence = CodeFence()
  /// How many files were asked for, found or not, and how many bytes were included.
  var fileCount = 0
  var includedBytes = 0
  /// Whether nothing more is included.
  var isFull = false
  /// Whether the last line of the text is still to be ended.
  private var isLineOpen = false

  private init(_ read: @escaping Reading, near: @escaping (String) -> String?) {
    textOfFile = read
    nearFile = near
  }

  /// Returns a text with what it includes; nil when it includes nothing.
  ///
  /// - Parameters:
  ///   - body: The text.
  ///   - path: The file that it is of.
  ///   - firstLine: The line of the file on which it starts.
  ///   - read: Reads a file.
  ///   - near: Returns the file that the path of one which does not exist is likely to mean.
  /// - Complexity: O(*n*) in the length of the text and of what it includes.
  static func expand(
    _ body: ArraySlice<UInt8>, of path: String, firstLine: Int,
    reading read: (_ path: String, _ place: SourceLocation) -> IncludedText,
    near: @escaping (_ path: String) -> String? = { _ in nil }
  ) -> ExpandedText? {
    guard IncludeDirective.mayBe(in: body) else { return nil }
    return withoutActuallyEscaping(read) { read in
      var expander = IncludeExpander(read, near: near)
      let file = expander.file(path)
      let lines = LineSplit.lines(of: body)
      let context = Context(
        path: path, file: file, prefix: [], ancestors: [path], isMarkdown: true)
      expander.read(
        lines, numbers: Array(lines.indices.map { $0 + 1 }), firstLine: firstLine, context)
      return expander.text
    }
  }

  /// Returns the place of a file in the paths of the text.
  mutating func file(_ path: String) -> Int {
    if let known = text.paths.firstIndex(of: path) { return known }
    text.paths.append(path)
    return text.paths.count - 1
  }

  // MARK: Lines

  /// Reads some lines of a file.
  ///
  /// - Parameter firstLine: The line of the file that the first of `lines` is.
  mutating func read(
    _ lines: [ArraySlice<UInt8>], numbers: [Int], firstLine: Int, _ context: Context
  ) {
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      let line = lines[number - 1]
      let origin = ExpandedText.Origin(file: context.file, line: firstLine + number - 1)
      index += 1
      guard IncludeDirective.mayBe(in: line) else {
        write(line, origin, context)
        continue
      }
      if context.isMarkdown, !fence.isOpen,
        let block = IncludeBlock(numbers[(index - 1)...].lazy.map { lines[$0 - 1] })
      {
        let taken = numbers[(index - 1)...].prefix(block.lineCount)
        include(block, taken.map { (lines[$0 - 1], firstLine + $0 - 1) }, context)
        index = taken.endIndex
        continue
      }
      switch IncludeDirective.snippet(line) {
      case .file(let directive) where directive.isOfText && context.isMarkdown && fence.isOpen:
        write(line, origin, context)
      case .file(let directive):
        include(directive, in: line, column: column(of: line), origin, context)
      case .edge:
        let rest = numbers[index...].prefix { IncludeDirective.snippet(lines[$0 - 1]) != .edge }
        guard rest.endIndex < numbers.endIndex else {
          report(.openInclude(at: place(origin, column: column(of: line), length: 6)))
          write(line, origin, context)
          continue
        }
        for number in rest {
          let entry = lines[number - 1]
          let origin = ExpandedText.Origin(file: context.file, line: firstLine + number - 1)
          let words = String(decoding: entry, as: UTF8.self).trimmed
          guard let directive = IncludeDirective(snippet: words.unquoted) else { continue }
          include(
            directive, in: entry, column: column(of: entry), origin, context,
            prefix: Array(line.prefix { $0 == 0x20 || $0 == 0x09 }))
        }
        index = rest.endIndex + 1
      case .escaped:
        let sign = line.firstIndex(of: UInt8(ascii: ";")) ?? line.startIndex
        write(line[..<sign] + line[(sign + 1)...], origin, context)
      case .mark, .nothing: break
      case nil: readBraces(line, origin, context)
      }
    }
  }

  /// Reads a line that may hold directives between braces.
  private mutating func readBraces(
    _ line: ArraySlice<UInt8>, _ origin: ExpandedText.Origin, _ context: Context
  ) {
    var written = line.startIndex
    var column = 1
    var isCode: Bool? = context.isMarkdown && !fence.isOpen ? false : nil
    while !isFull, let found = IncludeDirective.first(in: line, from: written, isCode: &isCode) {
      let before = line[written..<found.range.lowerBound]
      let signs = line[found.range]
      let isAlone =
        written == line.startIndex && Self.isPrefix(before)
        && line[found.range.upperBound...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      column += before.count { $0 & 0xC0 != 0x80 }
      if let directive = found.directive {
        if isAlone {
          return include(
            directive, in: line, column: column, origin, context, prefix: Array(before))
        }
        append(before, origin, context)
        let place = place(origin, column: column, length: signs.count)
        if !includeInside(directive, place, context) { append(signs, origin, context) }
      } else {
        // A backslash shows the directive.
        append(before + signs.dropFirst(), origin, context)
      }
      column += signs.count { $0 & 0xC0 != 0x80 }
      written = found.range.upperBound
    }
    write(line[written...], origin, context)
  }

  /// Puts a file in a line; returns whether it is there.
  private mutating func includeInside(
    _ directive: IncludeDirective, _ place: SourceLocation, _ context: Context
  ) -> Bool {
    guard let (lines, numbers, inner) = open(directive, place, context, prefix: []) else {
      return false
    }
    for (index, number) in numbers.enumerated() {
      let origin = ExpandedText.Origin(file: inner.file, line: number)
      append(lines[number - 1], origin, index == 0 ? inner : context)
      if index < numbers.count - 1 { endLine() }
    }
    return true
  }

  /// Whether what comes before a directive is before each line of its text too.
  private static func isPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }

  private func column(of line: ArraySlice<UInt8>) -> Int {
    line.prefix { $0 == 0x20 || $0 == 0x09 }.count + 1
  }

  func place(
    _ origin: ExpandedText.Origin, column: Int, length: Int
  ) -> SourceLocation {
    SourceLocation(
      path: text.paths[origin.file], line: origin.line, column: column, length: length)
  }

  // MARK: Files

  /// Puts a file in the place of a line.
  private mutating func include(
    _ directive: IncludeDirective, in line: ArraySlice<UInt8>, column: Int,
    _ origin: ExpandedText.Origin, _ context: Context, prefix: [UInt8]? = nil
  ) {
    let indentation = prefix ?? Array(line.prefix { $0 == 0x20 || $0 == 0x09 })
    let length = max(1, line.count - column + 1)
    guard
      let (lines, numbers, inner) = open(
        directive, place(origin, column: column, length: length), context, prefix: indentation)
    else { return write(line, origin, context) }
    show(lines, numbers, of: directive, origin, inner)
  }

  mutating func report(_ diagnostic: Diagnostic) { text.diagnostics.append(diagnostic) }

  // MARK: Output

  /// Writes a line, or the end of one that is begun.
  mutating func write(
    _ line: ArraySlice<UInt8>, _ origin: ExpandedText.Origin, _ context: Context
  ) {
    if context.isMarkdown, !isLineOpen { fence.note(line) }
    append(line, origin, context)
    endLine()
  }

  private mutating func append(
    _ part: ArraySlice<UInt8>, _ origin: ExpandedText.Origin, _ context: Context
  ) {
    if !isLineOpen {
      var origin = origin
      if !part.isEmpty {
        origin.indent = context.prefix.count
        text.bytes += context.prefix
      }
      text.origins.append(origin)
    }
    text.bytes += part
    isLineOpen = true
  }

  private mutating func endLine() {
    text.bytes.append(0x0A)
    isLineOpen = false
  }
}
