import ContentModel
public import Diagnostics
import Formats
import Outputs
import SearchIndexing
import SiteFiles
package import SiteGraph
package import SiteLoading

/// A site as its source folder has it, whose files are made when they are asked for.
///
/// Nothing is written but the cache of pictures. A page costs what it takes to render it, about a tenth
/// of a millisecond, so that a preview of a large site starts as soon as the site is linked.
public actor SitePreview {
  /// What loading and linking found, sorted by path and line; in a strict site, all errors.
  public nonisolated let diagnostics: [Diagnostic]
  /// Whether every page is what its source says; a warning leaves a page whole.
  public nonisolated let isWhole: Bool
  /// How many pages the site has.
  public nonisolated let pageCount: Int

  package nonisolated let site: PreparedSite
  /// The sheets and everything that connects them.
  package nonisolated var commons: LinkedSite { site.commons }
  private let context: PageContext
  private let workers: Workers
  private var whole: Task<[String: [UInt8]], any Error>?

  init(_ site: PreparedSite, _ request: BuildRequest) {
    self.site = site
    workers = Workers(count: request.jobs)
    context = site.context(request, baseURL: nil)
    diagnostics = site.raisedDiagnostics
    isWhole = !site.diagnostics.contains { $0.severity == .error }
    pageCount = site.plan.pageCount
  }

  /// A file of the site.
  public struct File: Sendable {
    /// What the file holds.
    public let bytes: [UInt8]
    /// What its template asked for in vain.
    public let diagnostics: [Diagnostic]
  }

  /// The files that sheets include, be they there or not, wherever in the source they lie.
  package nonisolated var includedFiles: [String] { site.commons.site.included.diskPaths }

  /// Returns whether the site has a page or another planned file at a path.
  public nonisolated func holds(_ path: String) -> Bool { site.plan.file(at: path) != nil }

  /// Returns the file that is published as it is at a path, which may be long; nil for others.
  ///
  /// - Parameter path: Its path in the published folder.
  package nonisolated func attachment(at path: String) -> SourceFolder.File? {
    (site.plan.file(at: path) as? AttachmentFile)?.file
  }

  /// Makes a file of the site.
  ///
  /// - Parameter path: Its path in the published folder, such as `methodes/world-cafe/index.html`.
  /// - Returns: The file; nil when the site has none of this path.
  /// - Throws: ``EnvironmentFailure`` when a file of the source cannot be read any more.
  public func file(at path: String) async throws -> File? {
    try await ReadFailures.watch { try await made(path) }
  }

  private func made(_ path: String) async throws -> File? {
    guard let planned = site.plan.file(at: path) else {
      return try await wholeFiles()[path].map { File(bytes: $0, diagnostics: []) }
    }
    if let attachment = planned as? AttachmentFile {
      return File(bytes: try attachment.file.contents(), diagnostics: [])
    }
    var renderer = FileRenderer(context, templates: site.templates)
    var found: [Diagnostic] = []
    let bytes = try renderer.bytes(of: planned, reporting: &found)
    return File(bytes: bytes, diagnostics: commons.site.written(found))
  }

  /// The files about the whole site, such as the search index, made at the first that is asked for.
  private func wholeFiles() async throws -> [String: [UInt8]] {
    if let whole { return try await whole.value }
    let task = Task { [site, context, workers] in
      let index = SearchIndex(
        try await site.rendered.documents.words(workers),
        synonyms: site.commons.site.synonyms.groups
      ).files
      let federated = try await FederatedSearchStage(
        commons: site.commons, workers: workers, output: nil, isKnown: false
      ).run()
      let files =
        context.wholeFiles(former: site.plan.formerAddresses).map { ($0.path, $0.bytes) }
        + index.map { (site.commons.layout.indexFolder + $0.name, $0.bytes) }
        + federated.compactMap { file in file.bytes.map { (file.path, $0) } }
      return Dictionary(files) { first, _ in first }
    }
    whole = task
    return try await task.value
  }
}
