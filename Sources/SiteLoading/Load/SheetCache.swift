package import ByteCoding
package import ContentModel
package import Diagnostics
package import SiteFiles
import TextEncoding

/// The sheets of a site as they were read, so that those that have not changed need not be read again.
package protocol SheetCache: Sendable {
  /// The digest of all that sheets are read against: configuration, types, vocabularies, data.
  var declarations: String { get }

  /// Returns what was read from a file; nil when reading the same bytes now would give something
  /// else.
  ///
  /// - Parameters:
  ///   - original: What the sheet translates.
  ///   - reader: What sheets are read against.
  func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: SheetRecord?,
    _ reader: SheetReader
  ) -> SheetRecord?
}

/// A sheet as it was read from its file.
package final class SheetRecord: Sendable {
  package let file: SourceFolder.File
  package let name: SheetName
  /// What the disk said of the file; nil when it was being changed.
  package let signature: FileSignature?
  /// The digest of the file, SHA-256 in hexadecimal.
  package let digest: String
  /// The hash of all that the sheet has but its body; zero without a sheet.
  package let head: UInt64
  /// The sheet; nil when the file cannot be read as one.
  package let sheet: Sheet?
  /// What the sheet was read as a translation of.
  package let original: Sheet?
  package let diagnostics: [Diagnostic]
  /// Whether it was read before, and has not changed since.
  package let isRecalled: Bool

  package init(
    file: SourceFolder.File, name: SheetName, signature: FileSignature?, digest: String,
    head: UInt64, sheet: Sheet?, original: Sheet?, diagnostics: [Diagnostic],
    isRecalled: Bool = false
  ) {
    self.file = file
    self.name = name
    self.signature = signature
    self.digest = digest
    self.head = head
    self.sheet = sheet
    self.original = original
    self.diagnostics = diagnostics
    self.isRecalled = isRecalled
  }

  /// Returns the record of the same bytes, read before.
  ///
  /// - Parameter signature: What the disk says of them now.
  package func recalled(_ signature: FileSignature?) -> SheetRecord {
    if isRecalled, signature == self.signature { return self }
    return SheetRecord(
      file: file, name: name, signature: signature, digest: digest, head: head, sheet: sheet,
      original: original, diagnostics: diagnostics, isRecalled: true)
  }
}

/// The sheets of a site that is still in memory.
package struct ReadSheets: SheetCache {
  package let declarations: String
  private let records: [String: SheetRecord]

  package init(_ site: LoadedSite) {
    declarations = site.declarations
    records = Dictionary(site.files.map { ($0.file.path, $0) }) { first, _ in first }
  }

  package func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: SheetRecord?,
    _ reader: SheetReader
  ) -> SheetRecord? {
    guard let known = records[file.path], known.name == name,
      known.original === original?.sheet, known.file.diskPath == file.diskPath
    else { return nil }
    return known
  }
}

extension StableHash {
  /// Returns the hash of a sheet without its body, and of the sheet that it translates.
  package static func head(of sheet: Sheet, in bytes: [UInt8]) -> UInt64 {
    let body = sheet.body
    let start = bytes.count - body.count
    // A body that is not the end of its file has been changed in reading: all of it counts then.
    let isEnd = start >= 0 && bytes.ends(with: body)
    return of { print in
      print.add(sheet.path)
      print.add(sheet.id)
      print.add(sheet.title)
      print.add(sheet.isIndex ? 1 : 0)
      print.add(sheet.isBlank ? 1 : 0)
      // The text may name the sheet too.
      for alias in sheet.aliases { print.add(alias.path) }
      print.add(sheet.isPartlyTranslated ? 1 : 0)
      bytes.withUnsafeBytes {
        print.add(UnsafeRawBufferPointer(rebasing: $0.prefix(isEnd ? start : bytes.count)))
      }
    }
  }
}
