package import ByteCoding
package import ContentModel
package import Diagnostics
package import SiteFiles
import TextEncoding

/// A sheet as it was read from its file.
package final class SheetRecord: Sendable {
  package let file: SourceFolder.File
  package let name: SheetName
  /// What the disk said of the file; nil when it was being changed.
  package let metadata: FileMetadata?
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
    file: SourceFolder.File, name: SheetName, metadata: FileMetadata?, digest: String,
    head: UInt64, sheet: Sheet?, original: Sheet?, diagnostics: [Diagnostic],
    isRecalled: Bool = false
  ) {
    self.file = file
    self.name = name
    self.metadata = metadata
    self.digest = digest
    self.head = head
    self.sheet = sheet
    self.original = original
    self.diagnostics = diagnostics
    self.isRecalled = isRecalled
  }

  /// Returns the record of the same bytes, read before.
  ///
  /// - Parameter metadata: What the disk says of them now.
  package func recalled(_ metadata: FileMetadata?) -> SheetRecord {
    if isRecalled, metadata == self.metadata { return self }
    return SheetRecord(
      file: file, name: name, metadata: metadata, digest: digest, head: head, sheet: sheet,
      original: original, diagnostics: diagnostics, isRecalled: true)
  }
}
