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
  /// Returns the trace with another key or other reads.
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

extension KeptPageTraces {
  /// Returns the traces without the reads of one aspect.
  func forgetting(_ aspect: Dependency.Aspect) -> PageTraces {
    let files = paths.compactMap { path -> (path: String, trace: PageTrace)? in
      guard let trace = self[path] else { return nil }
      guard let file = trace.content else { return (path, trace) }
      let reads = file.reads.filter { Dependency(bits: $0)?.aspect != aspect }
      return (path, PageTrace(kind: file.kind, reads: reads, diagnostics: file.diagnostics))
    }
    return PageTraces(
      declarations: declarations, theme: theme, fingerprints: fingerprints, files: files)
  }
}

extension SampleSite {
  /// Makes what the last build left forget the reads of one aspect; nil when it left nothing.
  func forget(_ aspect: Dependency.Aspect) {
    let file = TraceFile(request())
    guard let trace = file.read(), let pages = file.pages.read(trace.beside.pages) else { return }
    let forgetful = file.pages.write(pages.forgetting(aspect), after: pages)
    file.write(trace.replacing(pages: forgetful))
  }
}
