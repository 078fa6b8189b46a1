/// The options of a build that change what is published or what is reported.
///
/// The key of a build holds it whole: what was built with other options is never taken again, and a
/// new option is part of the key as soon as it stands here.
public struct PageOptions: Hashable, Codable, Sendable {
  /// Where the site will be published; it wins over the configuration.
  public var baseURL: String?
  /// Whether drafts and sheets dated in the future are published.
  public var includesDrafts = false
  /// Whether warnings count as errors, whatever the configuration says.
  public var isStrict = false
  /// Whether links end in `index.html`, so that the site opens from a disk.
  public var isOffline = false
  /// Whether the search finds the sheets; a benchmark measures what that costs.
  public var isSearchable = true
  /// The folder of the built-in themes, one folder a theme.
  public var builtInThemes: String

  /// Creates the default options.
  public init(builtInThemes: String) {
    self.builtInThemes = builtInThemes
  }
}
