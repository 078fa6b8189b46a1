import ByteCoding
import ContentModel
import Diagnostics

/// The sheets of a site as they were read, so that those that have not changed need not be read again.
struct SheetMemory: Sendable {
  /// The digest of all that sheets are read against: configuration, types, vocabularies, data.
  let declarations: String
  /// What was read, by the path of the file.
  let records: [String: SheetRecord]

  init(declarations: String, _ records: [SheetRecord]) {
    self.declarations = declarations
    self.records = Dictionary(records.map { ($0.file.path, $0) }) { first, _ in first }
  }
}

/// A sheet as it was read from its file.
struct SheetRecord: Sendable {
  let file: SourceFolder.File
  let name: SheetName
  /// What the disk said of the file; nothing when it was being changed.
  let signature: FileSignature?
  /// The digest of the file, SHA-256 in hexadecimal.
  let digest: String
  /// Stands for all that the sheet has but its body; zero without a sheet.
  let head: UInt64
  /// The sheet; nothing when the file cannot be read as one.
  let sheet: Sheet?
  /// What the sheet was read as a translation of.
  let original: Sheet?
  let diagnostics: [Diagnostic]

  /// Whether reading a file again gives the same, as long as it holds the same bytes.
  func fits(_ file: SourceFolder.File, _ name: SheetName, translating original: Sheet?) -> Bool {
    self.name == name && self.original === original && self.file.diskPath == file.diskPath
  }

  /// Returns the record with what the disk says now of the same bytes.
  func signed(_ signature: FileSignature?) -> SheetRecord {
    SheetRecord(
      file: file, name: name, signature: signature, digest: digest, head: head, sheet: sheet,
      original: original, diagnostics: diagnostics)
  }
}

extension Fingerprint {
  /// Returns what stands for all that a sheet has but its body, and that of what it translates.
  static func head(of sheet: Sheet, in bytes: [UInt8]) -> UInt64 {
    let start = bytes.count - sheet.body.count
    // A body that is not the end of its file has been changed in reading: all of it counts then.
    let isEnd = start >= 0 && bytes[max(0, start)...].elementsEqual(sheet.body)
    return of { print in
      print.add(sheet.path)
      print.add(sheet.id)
      print.add(sheet.title)
      print.add(sheet.isIndex ? 1 : 0)
      print.add(sheet.isBlank ? 1 : 0)
      print.add(sheet.isPartlyTranslated ? 1 : 0)
      print.add(Array(isEnd ? bytes[..<start] : bytes[...]))
    }
  }
}
