public import ContentModel
public import Diagnostics
import Formats

/// Everything that a build depends on besides the bytes of the source folder.
public struct BuildRequest: Sendable {
  /// The source folder.
  public var source: String
  /// The folder that the site is published in.
  public var output: String
  /// Where the site will be published; it wins over the configuration.
  public var baseURL: String?
  /// Whether drafts and sheets dated in the future are published.
  public var includesDrafts = false
  /// Whether warnings count as errors, whatever the configuration says.
  public var isStrict = false
  /// How many workers share the work, at least 1.
  public var jobs = 1
  /// Whether nothing is taken from the build before, even where nothing has changed.
  public var startsFromScratch = false
  /// Whether links end in `index.html`, so that the site opens from a disk.
  public var isOffline = false
  /// Whether the search finds the sheets; a benchmark measures what that costs.
  public var isSearchable = true
  /// The folder of the built-in themes, one folder a theme.
  public var builtInThemes: String
  /// The day of the build: sheets dated later wait for their day.
  public var today: CalendarDate

  /// Creates a request that builds a source folder with the defaults.
  public init(source: String, output: String, builtInThemes: String, today: CalendarDate) {
    self.source = source
    self.output = output
    self.builtInThemes = builtInThemes
    self.today = today
  }

  /// Returns whether a text is an address that a site can be published at, fit for ``baseURL``.
  public static func isBaseURL(_ text: String) -> Bool { BaseURL(text) != nil }
}

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
  init(_ trace: BuildRecord, _ clock: PhaseClock) {
    self.init(
      diagnostics: trace.diagnostics, pageCount: trace.pageCount, fileCount: trace.fileCount,
      newFileCount: 0, phases: clock.phases)
  }

  /// Whether something prevented publication.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Something outside the source that prevented the build: a folder, a disk, another program.
public struct EnvironmentFailure: Error, Sendable {
  /// What happened, and what to do.
  public let message: LocalizedText

  init(fr french: String, en english: String) {
    message = LocalizedText(fr: french, en: english)
  }
}
