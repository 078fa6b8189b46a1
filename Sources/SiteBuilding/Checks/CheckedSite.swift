import ContentModel
import Diagnostics
import MarkdownRendering

/// A site as the editorial checks see it.
struct CheckedSite: Sendable {
  let commons: LinkedSite
  let sheets: [RenderedSheet]
  let connections: Connections
  /// The day of the check.
  let today: CalendarDate
  /// What each sheet says, in the order of the site.
  let prose: [SheetProse]

  var rules: EditorialRules { commons.site.configuration.editorial }

  /// Reads the prose of every sheet.
  init(_ site: PreparedSite, today: CalendarDate, _ workers: Workers) async throws {
    let commons = site.commons
    self.commons = commons
    sheets = site.sheets
    connections = site.connections
    self.today = today
    prose = try await workers.map(commons.site.sheets.count) { index in
      SheetProse(commons.site.sheets[index], language: commons.language(of: index))
    }
  }

  /// Returns the place of a text of a sheet.
  func location(
    of range: Range<Int>, in text: CheckedText, of sheet: Int
  ) throws -> SourceLocation {
    let source = commons.site.sheets[sheet]
    let written = text.passage.sourceRange(of: range)
    switch text.origin {
    case .body:
      return Self.location(of: written, in: source)
    case .field(let location):
      let words = String(decoding: text.passage.text[range], as: UTF8.self)
      return try place(of: words, from: location, ofSheet: sheet)
    }
  }

  /// Returns the place of bytes of the body of a sheet.
  static func location(of range: Range<Int>, in sheet: Sheet) -> SourceLocation {
    let position = LineIndex(sheet.body).position(atByte: range.lowerBound)
    let bytes = sheet.body[range.clamped(to: sheet.body.indices)]
    return SourceLocation(
      path: sheet.path, line: position.line + sheet.bodyFirstLine - 1, column: position.column,
      length: bytes.count { $0 & 0xC0 != 0x80 })
  }

  /// Returns the first place of some words after a place of a sheet's front matter; that place when
  /// they are not written so.
  func place(
    of words: String, from start: SourceLocation, ofSheet sheet: Int
  ) throws -> SourceLocation {
    do {
      let bytes = try DiskFile.read(commons.site.records[sheet].file.diskPath)
      return FileText(path: start.path, bytes).location(of: words, from: start) ?? start
    } catch {
      throw EnvironmentFailure.unreadableFile(error)
    }
  }
}

/// A file of the source in which words are looked for.
struct FileText {
  private let path: String
  private let bytes: [UInt8]
  private let lines: LineIndex

  init(path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// Returns the first place of some words at or after a place; nothing when there is none.
  func location(of words: String, from place: SourceLocation) -> SourceLocation? {
    let wanted = Array(words.utf8)
    let line = place.position?.line ?? 1
    guard let first = wanted.first, let start = lines.byteRange(ofLine: line)?.lowerBound,
      bytes.count >= wanted.count
    else { return nil }
    for index in start..<max(start, bytes.count - wanted.count + 1) where bytes[index] == first {
      guard bytes[index..<index + wanted.count].elementsEqual(wanted) else { continue }
      return SourceLocation(
        path: path, position: lines.position(atByte: index), length: words.unicodeScalars.count)
    }
    return nil
  }
}
