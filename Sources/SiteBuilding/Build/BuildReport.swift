import BuildCache
public import Diagnostics

/// What a build did.
public struct BuildReport: Sendable {
  /// What it found, sorted by path and line, warnings raised to errors where the site is strict.
  public let diagnostics: [Diagnostic]
  /// How many pages the site has.
  public let pageCount: Int
  /// How many files the site has, its pages included.
  public let fileCount: Int
  /// How many of them were made now; the others were published already.
  public let newFileCount: Int
  /// How long each phase took, in seconds, in their order.
  public let phases: [(name: String, seconds: Double)]

  /// What the site was made from.
  ///
  /// It is large, and a program about to end need not release it.
  let remains: [any Sendable]

  init(
    diagnostics: [Diagnostic], pageCount: Int, fileCount: Int, newFileCount: Int,
    phases: [(name: String, seconds: Double)], remains: [any Sendable] = []
  ) {
    self.diagnostics = diagnostics
    self.pageCount = pageCount
    self.fileCount = fileCount
    self.newFileCount = newFileCount
    self.phases = phases
    self.remains = remains
  }

  /// Reports again what is published already.
  init(_ record: BuildRecord, _ clock: PhaseClock) {
    self.init(
      diagnostics: record.diagnostics, pageCount: record.pageCount, fileCount: record.fileCount,
      newFileCount: 0, phases: clock.phases)
  }

  /// Whether something prevented publication.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
