/// A folder that holds a theme, or the files that replace some of another's.
public struct ThemeFolder: Sendable, Hashable {
  /// Where it is on disk.
  public let path: String
  /// How messages name it, relative to the source folder: `themes/ti`.
  public let shownAs: String

  /// Creates a folder from its path and its name in messages.
  public init(path: String, shownAs: String) {
    self.path = path
    self.shownAs = shownAs
  }
}
