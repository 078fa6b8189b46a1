package import ByteCoding
import Crypto
import Glibc
package import SiteFiles
package import SiteLoading
import TextEncoding

/// Where the record of the builds into one published folder is kept.
package struct BuildRecordFile: Sendable {
  private static let folder = "records"

  /// The most published folders that records are kept of.
  private static let maxKept = 8

  package let cache: CacheFolder
  private let path: String
  /// A name made from the path of the published folder.
  package let name: String
  /// What the files of the same builds were made from.
  package let pages: PageRecordStore
  /// The sheets and documents of the same builds.
  package let documents: DocumentStore
  /// The words of the same builds.
  package let search: SearchStore

  package init(_ request: BuildRequest) {
    cache = CacheFolder(source: request.source)
    let output = OutputFolder.place(of: request.output)
    name = String(SHA256.hash(data: Array(output.utf8)).hexadecimal.prefix(16))
    path = cache.path(of: Self.folder) + "/" + name
    pages = PageRecordStore(cache, name: name)
    documents = DocumentStore(cache, name: name)
    search = SearchStore(cache, name: name)
  }

  /// The metadata of the record's file; nil when there is no such file.
  package var metadata: FileMetadata? { FileMetadata.of(path) }

  /// Reads the record; nil when its file is missing, cut short or of another version.
  package func read() -> BuildRecord? {
    guard let bytes = try? DiskFile.read(path).verifyingChecksum() else { return nil }
    var reader = ByteReader(bytes)
    return try? BuildRecord(from: &reader)
  }

  /// Removes the record: what it says is about to be no longer true.
  package func remove() { cache.remove(name, in: Self.folder) }

  /// Keeps a record, whole or not at all: without one, the next build starts from scratch.
  package func write(_ record: BuildRecord) { write(record.encoded, record.beside) }

  /// Keeps a record that is encoded already, but for what was kept beside it.
  package func write(_ encoded: consuming ByteWriter, _ beside: BuildRecord.Beside) {
    var writer = encoded
    writer.write(beside)
    do {
      try cache.write(writer.bytes, writer.bytes.seal, to: name, in: Self.folder)
    } catch {
      return
    }
    removeOldest()
    cache.removeUnfinished()
  }

  /// Removes the records of folders that nobody has published in for long.
  private func removeOldest() {
    let folder = cache.path(of: Self.folder)
    let kept = cache.names(in: Self.folder)
    guard kept.count > Self.maxKept else { return }
    let dated = kept.map { name in
      (name: name, modified: FileMetadata.of(folder + "/" + name)?.modified ?? 0)
    }
    for old in dated.sorted(by: { $0.modified > $1.modified }).dropFirst(Self.maxKept) {
      cache.remove(old.name, in: Self.folder)
      PageRecordStore(cache, name: old.name).remove()
      DocumentStore(cache, name: old.name).remove()
      SearchStore(cache, name: old.name).remove()
    }
  }
}
