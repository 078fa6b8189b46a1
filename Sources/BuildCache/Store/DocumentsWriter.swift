import ByteCoding
import ContentModel
import SiteFiles
import SiteGraph
import SiteLoading

/// Writes the sheets and the documents of a site.
struct DocumentsWriter: Sendable {
  private let records: [SheetRecord]
  private let documents: MadeDocuments
  private let folders: [String]
  private let pages: [String]
  /// The number of each sheet that is published, by its file.
  private let numbers: [String: Int]

  init(_ site: RenderedSite) {
    records = site.commons.site.files
    documents = site.documents
    folders = Array(site.commons.folders)
    pages = site.commons.site.sheets.map(\.path)
    numbers = Dictionary(zip(pages, pages.indices)) { $1 }
  }

  /// Returns the files that the file of the whole site does not hold as they are now, by their
  /// place among all.
  package func changes(since last: StoredDocuments) -> [Int] {
    records.indices.filter { place in
      let record = records[place]
      let path = record.file.path
      guard record.isKeepable else { return last.baseHolds(path) }
      guard record.isRecalled, last.holdsInBase(path) else { return true }
      guard let number = numbers[path] else { return false }
      return !documents.documents[number].isRecalled
    }
  }

  /// Returns the files that the file of the whole site still holds, and which are gone.
  package func gone(since last: StoredDocuments) -> [String] {
    let held = records.count { last.baseHolds($0.file.path) }
    guard held < last.baseCount else { return [] }
    let present = Set(records.map(\.file.path))
    return last.basePaths.filter { !present.contains($0) }.sorted()
  }

  /// Returns the file of the whole site.
  package func encoded(_ workers: Workers) async throws -> [UInt8] {
    let entries = try await workers.map(records.count) { entry(of: $0) { $0 } }
    return DocumentsFile.encoded(documents.setting, pages: pages, entries.compactMap(\.self))
  }

  /// Returns the file of some sheets, which knows no other pages than those that they link to.
  ///
  /// - Parameter gone: The files of others, of which nothing is to be believed any more.
  package func encoded(_ places: [Int], without gone: [String] = []) -> [UInt8] {
    var linked: [Int: Int] = [:]
    var known: [String] = []
    let entries = places.map { place in
      // A sheet that cannot be kept leaves an empty entry in the place of its former one.
      entry(of: place) { page in
        if let number = linked[page] { return number }
        linked[page] = known.count
        known.append(pages[page])
        return known.count - 1
      } ?? (records[place].file.path, [])
    }
    return DocumentsFile.encoded(documents.setting, pages: known, entries + gone.map { ($0, []) })
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
