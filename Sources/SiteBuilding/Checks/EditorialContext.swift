import ContentModel
import Diagnostics
import Glibc
import MarkdownRendering
import Synchronization

/// A site as the editorial checks see it.
struct EditorialContext: Sendable {
  let commons: LinkedSite
  let sheets: [RenderedSheet]
  let connections: Connections
  /// The day of the check.
  let today: CalendarDate
  /// What each sheet says, in the order of the site.
  let prose: [SheetProse]
  private let files: SheetFiles

  var rules: EditorialRules { commons.site.configuration.editorial }

  /// Reads the prose of every sheet.
  init(_ site: PreparedSite, today: CalendarDate, _ workers: Workers) async throws {
    let commons = site.commons
    self.commons = commons
    sheets = site.sheets
    connections = site.connections
    self.today = today
    files = SheetFiles(commons)
    prose = try await workers.map(commons.site.sheets.count) { index in
      SheetProse(commons.site.sheets[index], language: commons.language(of: index))
    }
  }

  /// Returns the place of a text of a sheet.
  func location(
    of range: Range<Int>, in text: CheckedText, of sheet: Int
  ) throws -> SourceLocation {
    switch text.origin {
    case .body:
      return prose[sheet].places.location(of: text.passage.sourceRange(of: range))
    case .field(let location):
      let words = String(decoding: text.passage.text[range], as: UTF8.self)
      return try place(of: words, from: location, ofSheet: sheet) ?? location
    }
  }

  /// Returns the first place of some words after a place of a sheet's front matter; nothing when they
  /// are not written so.
  func place(
    of words: String, from start: SourceLocation, ofSheet sheet: Int
  ) throws -> SourceLocation? {
    try files.text(ofSheet: sheet).location(of: words, from: start)
  }
}

/// The files of sheets in which something was found, each read once.
private final class SheetFiles: Sendable {
  private let commons: LinkedSite
  private let texts = Mutex<[Int: FileText]>([:])

  init(_ commons: LinkedSite) { self.commons = commons }

  /// - Throws: ``EnvironmentFailure`` when the file can no longer be read.
  func text(ofSheet sheet: Int) throws -> FileText {
    try texts.withLock { texts in
      if let known = texts[sheet] { return known }
      let file = commons.site.records[sheet].file
      let text = FileText(path: file.path, try DiskFile.contents(of: file.diskPath))
      texts[sheet] = text
      return text
    }
  }
}

/// A file of the source in which words are looked for.
struct FileText: Sendable {
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
    let line = place.position?.line ?? 1
    guard !words.isEmpty, let start = lines.byteRange(ofLine: line)?.lowerBound,
      let index = index(of: Array(words.utf8), from: start)
    else { return nil }
    return SourceLocation(
      path: path, position: lines.position(atByte: index), length: words.unicodeScalars.count)
  }

  private func index(of wanted: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = wanted.first else { return nil }
      var index = start
      while case let places = bytes.count - wanted.count + 1 - index, places > 0,
        let found = memchr(base + index, CInt(first), places)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return UnsafeRawPointer(found) - base }
        index = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }
}
