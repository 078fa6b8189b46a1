package import ByteCoding
package import ContentModel
import MarkdownRendering
import SiteFiles
package import SiteGraph
package import SiteLoading
import Synchronization

/// The sheets of a site and their documents as the last build left them on the disk.
///
/// Two files hold them: one that was written when the site was last built as a whole, and one with
/// all that has changed since.
package struct StoredDocuments: Sendable {
  /// What the disk said of the files when they were read.
  package let stamp: LayeredFile.Stamp
  package let setting: RenderEnvironment
  /// The files of the sheets by which documents number them: those of both files.
  package let pages: [String]
  private let base: DocumentsFile
  private let changes: DocumentsFile
  /// What the disk said of each file when it was read, by its path on the disk.
  private let metadata: [String: FileMetadata?]
  private let change = SourceChange()

  /// Reads stored documents.
  ///
  /// - Parameters:
  ///   - base: The sheets of the whole site.
  ///   - changes: The sheets that have changed since.
  ///   - source: What the disk said of the source.
  /// - Throws: `CorruptData` for bytes that are not such files; damaged sheets are as if they were not
  ///   there.
  package init(
    base: [UInt8], changes: [UInt8], _ stamp: LayeredFile.Stamp, source: SourceSnapshot
  ) throws(CorruptData) {
    self.stamp = stamp
    self.base = try DocumentsFile(base)
    self.changes = try DocumentsFile(changes)
    setting = self.changes.setting
    pages = self.base.pages + self.changes.pages
    metadata = Dictionary(source.entries.map { ($0.path, $0.metadata) }) { $1 }
  }

  /// Whether a text was asked for whose file has changed since the build began: what was made from it
  /// must not be taken for what the source holds.
  package var isOutdated: Bool { change.hasCome }

  /// Whether a sheet is in the file of the whole site as it is now.
  func holdsInBase(_ path: String) -> Bool {
    base.entries[path] != nil && changes.entries[path] == nil
  }

  /// Whether the file of the whole site holds a sheet, as it is now or as it was.
  func baseHolds(_ path: String) -> Bool { base.entries[path] != nil }

  /// The sheets that the file of the whole site holds.
  var basePaths: some Collection<String> { base.entries.keys }

  /// How many sheets the file of the whole site holds.
  var baseCount: Int { base.entries.count }

  private func reader(of path: String) -> (ByteReader, firstPage: Int)? {
    if let range = changes.entries[path] { return (changes.reader(range), base.pages.count) }
    return base.entries[path].map { (base.reader($0), 0) }
  }
}

extension StoredDocuments: SheetCache {
  package var declarations: String { setting.declarations }

  package func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: SheetRecord?,
    _ reader: SheetReader
  ) -> SheetRecord? {
    guard original?.isRecalled ?? true, var (bytes, _) = self.reader(of: file.path) else {
      return nil
    }
    // Its length, by which documents are found.
    guard (try? bytes.number()) != nil else { return nil }
    return try? bytes.record(
      of: file, name, translating: original?.sheet, reader,
      metadata: metadata[file.diskPath] ?? nil, onChange: change.come)
  }
}

extension StoredDocuments: DocumentCache {
  package func document(
    of path: String, numbers: [Int?]?, text: @escaping @Sendable () -> SheetText.Content
  ) -> (document: MadeDocument, folder: String)? {
    guard let (start, firstPage) = reader(of: path) else { return nil }
    var bytes = start
    guard (try? bytes.slice()) != nil, (try? bytes.number()) == 1 else { return nil }
    return try? bytes.document(of: path, text: SheetText(later: text)) { page in
      guard page < pages.count - firstPage else { return nil }
      return numbers.map { $0[page + firstPage] } ?? page + firstPage
    }
  }
}

/// Remembers that the source has changed under a build.
private final class SourceChange: Sendable {
  private let state = Atomic<Bool>(false)

  var hasCome: Bool { state.load(ordering: .relaxed) }

  @Sendable func come() { state.store(true, ordering: .relaxed) }
}
