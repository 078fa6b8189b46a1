public import ContentModel
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
