import Diagnostics
import TextEncoding

/// A Markdown file cut in two: its front matter, when it has one, and its body.
struct SheetFile {
  /// The largest file that is read, in bytes: a sheet is text for people.
  static let largestSize = 16 << 20
  /// The longest front matter that is read, in bytes.
  private static let maxFrontMatterLength = 1 << 18

  /// The YAML between the two lines `---`, the TOML between two lines `+++`, the object of JSON, which is
  /// YAML too, or the properties on the first lines.
  let frontMatter: YAMLText?
  /// The bytes after the front matter, with a space, or the sign for what cannot be shown, for each character
  /// that no page may hold.
  private(set) var body: ArraySlice<UInt8>
  /// The line of the file on which the body starts, from 1.
  let bodyFirstLine: Int
  /// How many characters of the text no page may hold, and where the first is, from the start of the body; nil
  /// without any.
  let controls: (count: Int, first: Int)?

  /// Cuts a file; nil when it cannot be read, which is then reported.
  init?(path: String, bytes written: [UInt8], reporting diagnostics: inout [Diagnostic]) {
    let bytes = Self.withLineFeeds(written)
    guard bytes.count <= Self.largestSize else {
      diagnostics.append(.sheetTooLarge(bytes.count, at: SourceLocation(path: path)))
      return nil
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let valid = Array(bytes[..<error.byteOffsets.lowerBound])
      let position = LineIndex(valid).position(atByte: valid.count)
      diagnostics.append(
        .invalidUTF8(at: SourceLocation(path: path, position: position)))
      return nil
    }
    let conflicts = ConflictMarks.positions(in: bytes)
    guard conflicts.isEmpty else {
      diagnostics += conflicts.map {
        .conflictMark(at: SourceLocation(path: path, position: $0, length: 7))
      }
      return nil
    }
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    switch FrontMatterScanner.scan(content) {
    case .none:
      if let program = ProgramHeader(startOf: content) {
        frontMatter = nil
        body = content[program.end...]
        bodyFirstLine = program.lineCount + 1
        diagnostics.append(
          .programHeader(at: SourceLocation(path: path, line: 1, column: 1, length: 5)))
      } else if let properties = LeadingProperties(startOf: content) {
        frontMatter = YAMLText(
          path: path, firstLine: 1, text: properties.yaml, limit: Self.maxFrontMatterLength)
        body = content[properties.end...]
        bodyFirstLine = properties.lineCount + 1
      } else {
        frontMatter = nil
        body = content
        bodyFirstLine = 1
      }
    case .unclosed(let line, let form):
      let length = form == .json ? 1 : 3
      diagnostics.append(
        .unclosedFrontMatter(
          form, at: SourceLocation(path: path, line: line, column: 1, length: length)))
      return nil
    case .found(let found):
      let (text, firstLine) = found.document(in: content)
      frontMatter = YAMLText(
        path: path, firstLine: firstLine, text: text,
        form: found.form == .toml ? .toml : .yaml, limit: Self.maxFrontMatterLength)
      body = content[found.end...]
      bodyFirstLine = found.bodyFirstLine
    }
    controls = Self.controls(of: body)
    if controls != nil { body = SheetBody.withoutControls(Array(body))[...] }
  }

  /// Returns a text of lines that carriage returns alone end, as old editors write them, with line feeds in
  /// their place; any other text is the same.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count <= largestSize, !bytes.contains(0x0A), bytes.contains(0x0D) else {
      return bytes
    }
    return bytes.map { $0 == 0x0D ? 0x0A : $0 }
  }

  private static func controls(of body: ArraySlice<UInt8>) -> (count: Int, first: Int)? {
    var controls: (count: Int, first: Int)?
    body.withUnsafeBufferPointer { text in
      ControlCharacters.forEach(in: text) { range in
        controls = ((controls?.count ?? 0) + 1, controls?.first ?? range.lowerBound)
      }
    }
    return controls
  }

  /// Returns the first line of some bytes, without its end.
  private static func line(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes[..<(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex)]
  }

  /// The first line of the body.
  var firstLine: String { String(decoding: Self.line(of: body), as: UTF8.self).trimmed }

  /// Whether a line `---` is there, below nothing but empty lines.
  var opensAfterEmptyLines: Bool {
    let content = body.drop { $0 <= 0x20 }
    return Self.line(of: content).trimmedEnd.elementsEqual("---".utf8)
  }

  /// Whether there is nothing to read below the front matter.
  var isBlank: Bool { body.allSatisfy { $0 <= 0x20 } }
}
