@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

extension BuildRecord {
  /// Returns the record with another key or other reads.
  func replacing(key: BuildKey? = nil, pages: LayeredFile.Stamp? = nil) -> BuildRecord {
    var beside = beside
    if let pages { beside.pages = pages }
    return BuildRecord(
      key: key ?? self.key, day: day, zone: zone, history: history, folders: folders,
      source: source,
      output: output, pageCount: pageCount, fileCount: fileCount,
      diagnostics: diagnostics, beside: beside)
  }
}

extension StoredPageRecords {
  /// Returns the records without the reads of one aspect.
  func forgetting(_ aspect: Dependency.Aspect) -> PageRecords {
    let files = paths.compactMap { path -> (path: String, record: PageRecord)? in
      guard let record = self[path] else { return nil }
      guard let file = record.content else { return (path, record) }
      let reads = file.reads.filter { Dependency(bits: $0)?.aspect != aspect }
      return (path, PageRecord(kind: file.kind, reads: reads, diagnostics: file.diagnostics))
    }
    return PageRecords(
      declarations: declarations, theme: theme, hashes: hashes, files: files)
  }
}

extension SampleSite {
  /// Makes what the last build left forget the reads of one aspect; nil when it left nothing.
  func forget(_ aspect: Dependency.Aspect) {
    let file = BuildRecordFile(request())
    guard let record = file.read(), let pages = file.pages.read(record.beside.pages) else { return }
    let forgetful = file.pages.write(pages.forgetting(aspect), after: pages)
    file.write(record.replacing(pages: forgetful))
  }
}
