import ByteCoding
import ContentModel

/// Writes the sheets and the documents of a site.
struct ArchiveWriter: Sendable {
  private let records: [SheetRecord]
  private let documents: MadeDocuments
  private let folders: [String]
  private let pages: [String]
  /// The number of each sheet that is published, by its file.
  private let numbers: [String: Int]

  init(_ site: PreparedSite) {
    records = site.commons.site.files
    documents = site.documents
    folders = Array(site.commons.folders)
    pages = site.commons.site.sheets.map(\.path)
    numbers = Dictionary(zip(pages, pages.indices)) { $1 }
  }

  /// Returns the files that are not in an archive's file of the whole site as they are now, by their
  /// place among all.
  func changes(since last: SiteArchive) -> [Int] {
    records.indices.filter { place in
      let record = records[place]
      guard record.isRecalled, last.holdsInBase(record.file.path) else { return true }
      guard let number = numbers[record.file.path] else { return false }
      return !documents.documents[number].isRecalled
    }
  }

  /// Returns the file of the whole site.
  func encoded(_ workers: Workers) async throws -> [UInt8] {
    let entries = try await workers.map(records.count) { entry(of: $0) { $0 } }
    return ArchiveFile.encoded(documents.setting, pages: pages, entries.compactMap(\.self))
  }

  /// Returns the file of some sheets, which knows no other pages than those that they link to.
  func encoded(_ places: [Int]) -> [UInt8] {
    var linked: [Int: Int] = [:]
    var known: [String] = []
    let entries = places.compactMap { place in
      entry(of: place) { page in
        if let number = linked[page] { return number }
        linked[page] = known.count
        known.append(pages[page])
        return known.count - 1
      }
    }
    return ArchiveFile.encoded(documents.setting, pages: known, entries)
  }

  private func entry(of place: Int, number: (Int) -> Int) -> (path: String, bytes: [UInt8])? {
    let record = records[place]
    guard let bytes = record.encoded else { return nil }
    var writer = ByteWriter()
    writer.write(bytes: bytes[...])
    let index = numbers[record.file.path]
    writer.write(index == nil ? 0 : 1)
    if let index {
      documents.documents[index].write(
        to: &writer, path: record.file.path, folder: folders[index], number: number)
    }
    return (record.file.path, writer.bytes)
  }
}
