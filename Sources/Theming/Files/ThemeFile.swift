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
