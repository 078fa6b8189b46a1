import BuildCache
import ContentModel
import Diagnostics
import Outputs
import Publishing
import SiteFiles
import SiteGraph

/// Makes the files of a site, each by itself, but for those that nothing has changed for.
struct RenderStage {
  let context: PageContext
  let templates: Templates
  let workers: Workers
  /// Where the files go; nil when they are only checked.
  let output: PublishedSite?
  /// Whose readings are kept; nil when the files are only checked.
  let elements: ElementHashes?
  /// What has changed since the published site; nil when all must be made.
  let changes: ChangedParts?

  /// A file, and what it was made from.
  struct Made: Sendable {
    let record: PageRecord
    /// What is wrong with it.
    let diagnostics: [Diagnostic]
    /// The sheets whose related sheets it shows, with a hash of these.
    var related: [(sheet: Int, hash: UInt64)] = []
    /// Whether it was made now.
    var isNew = true
  }

  /// Makes files and hands them over.
  func run(_ files: [any Output]) async throws -> [Made] {
    let commons = context.commons
    let budget =
      commons.declared.configuration.budget.isEmpty
      ? nil : PageBudget(commons, baseURL: context.baseURL)
    let counts = SiteHashes.counts(commons)
    return try await workers.map(files.count) {
      let recorder = elements.map { DependencyRecorder(counts, $0) }
      return (
        recorder: recorder, renderer: FileRenderer(context, templates: templates, recorder)
      )
    } _: { state, index in
      let file = files[index]
      if let kept = try kept(file) { return kept }
      var found: [Diagnostic] = []
      let bytes = try state.renderer.bytes(of: file, reporting: &found)
      if let budget { found += budget.check(bytes, file, state.renderer.commons) }
      let reads = state.recorder?.recorded ?? []
      let related = state.recorder?.related ?? []
      try output?.write(bytes, to: file.path)
      return Made(
        record: PageRecord(kind: SitePlan.kindNumber(of: file), reads: reads, diagnostics: found),
        diagnostics: found,
        related: related)
    }
  }

  /// Takes a file from the published site if making it would give the same.
  private func kept(_ file: any Output) throws -> Made? {
    guard let output, let changes,
      let known = changes.record(of: file.path, kind: SitePlan.kindNumber(of: file)),
      try output.keep(file.path)
    else { return nil }
    return Made(record: known.record, diagnostics: known.diagnostics, isNew: false)
  }
}
