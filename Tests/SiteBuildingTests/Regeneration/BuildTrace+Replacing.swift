@testable import SiteBuilding

extension BuildTrace {
  /// Returns the trace with another key or other reads.
  func replacing(key: BuildKey? = nil, pages: PageTraces? = nil) -> BuildTrace {
    BuildTrace(
      key: key ?? self.key, day: day, commit: commit, folders: folders, source: source,
      output: output, standby: standby, pageCount: pageCount, fileCount: fileCount,
      diagnostics: diagnostics, pages: pages ?? self.pages, beside: beside)
  }

  /// Returns the trace without the reads of one aspect.
  func forgetting(_ aspect: SiteRead.Aspect) -> BuildTrace {
    guard let pages else { return self }
    let files = pages.files.map { path, trace in
      guard let file = trace.content else { return (path: path, trace: trace) }
      let reads = file.reads.filter { SiteRead(bits: $0)?.aspect != aspect }
      return (
        path: path,
        trace: PageTrace(kind: file.kind, reads: reads, diagnostics: file.diagnostics)
      )
    }
    return replacing(
      pages: PageTraces(
        declarations: pages.declarations, theme: pages.theme, fingerprints: pages.fingerprints,
        files: files))
  }
}

extension SampleSite {
  /// Makes what the last build left forget the reads of one aspect; nothing when it left nothing.
  func forget(_ aspect: SiteRead.Aspect) {
    let file = TraceFile(request())
    if let trace = file.read() { file.write(trace.forgetting(aspect)) }
  }
}
