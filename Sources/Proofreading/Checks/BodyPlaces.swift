import ContentModel
package import Diagnostics
import MarkdownRendering

/// Where the bytes of the body of a sheet stand in its file.
struct BodyPlaces: Sendable {
  package let body: [UInt8]
  private let lines: LineIndex
  private let path: String
  private let firstLine: Int

  init(_ sheet: Sheet) {
    body = sheet.body
    lines = LineIndex(body)
    path = sheet.path
    firstLine = sheet.bodyFirstLine
  }

  /// Returns the place of bytes of the body.
  package func location(of range: Range<Int>) -> SourceLocation {
    let position = lines.position(atByte: range.lowerBound)
    return SourceLocation(
      path: path, line: position.line + firstLine - 1, column: position.column,
      length: body[range.clamped(to: body.indices)].count { $0 & 0xC0 != 0x80 })
  }
}
