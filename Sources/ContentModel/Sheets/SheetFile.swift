import Diagnostics
import TextEncoding

/// A Markdown file cut in two: its front matter, when it has one, and its body.
struct SheetFile {
  /// The largest file that is read, in bytes: a sheet is text for people.
  static let largestSize = 16 << 20

  /// The YAML between the two lines `---`.
  let frontMatter: YAMLText?
  /// The bytes after the front matter.
  let body: ArraySlice<UInt8>
  /// The line of the file on which the body starts, from 1.
  let bodyFirstLine: Int

  /// Cuts a file; nothing when it cannot be read, which is then reported.
  init?(path: String, bytes: [UInt8], reporting diagnostics: inout [Diagnostic]) {
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
    let opening = Self.line(of: content)
    if opening.trimmedEnd.elementsEqual("+++".utf8) {
      diagnostics.append(
        .tomlFrontMatter(at: SourceLocation(path: path, line: 1, column: 1, length: 3)))
      return nil
    }
    guard opening.trimmedEnd.elementsEqual("---".utf8) else {
      frontMatter = nil
      body = content
      bodyFirstLine = 1
      return
    }
    let start = min(opening.endIndex + 1, content.endIndex)
    var rest = content[start...]
    var lineNumber = 2
    while !rest.isEmpty {
      let line = Self.line(of: rest)
      let next = min(line.endIndex + 1, content.endIndex)
      lineNumber += 1
      if line.trimmedEnd.elementsEqual("---".utf8) || line.trimmedEnd.elementsEqual("...".utf8) {
        frontMatter = YAMLText(
          path: path, firstLine: 2,
          text: String(decoding: content[start..<line.startIndex], as: UTF8.self))
        body = content[next...]
        bodyFirstLine = lineNumber
        return
      }
      rest = content[next...]
    }
    diagnostics.append(
      .unclosedFrontMatter(at: SourceLocation(path: path, line: 1, column: 1, length: 3)))
    return nil
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

  /// The text of a `# Title` that opens the body.
  var leadingTitle: String? {
    let line = body.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == 0x20 }
    guard line.first == UInt8(ascii: "#"), line.dropFirst().first == 0x20 else { return nil }
    let text = String(decoding: Self.line(of: line).dropFirst(2), as: UTF8.self).trimmed
    let title = InlineText.words(ofHeading: HeadingMarks.removed(from: text))
    return title.isEmpty ? nil : title
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without spaces, tabs and carriage returns at their end.
  fileprivate var trimmedEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, [0x20, 0x09, 0x0D].contains(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }
}
