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

/// A file of a theme.
public struct ThemeFile: Sendable, Hashable {
  /// Its path below the theme's folder, with `/` between parts: `templates/sheet.mustache`.
  public let path: String
  /// How messages name it: `themes/ti/templates/sheet.mustache`.
  public let shownAs: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Creates a file from its path, its name in messages and what it holds.
  public init(path: String, shownAs: String, bytes: [UInt8]) {
    self.path = path
    self.shownAs = shownAs
    self.bytes = bytes
  }
}
