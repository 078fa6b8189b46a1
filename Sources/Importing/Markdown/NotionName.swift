/// The names that Notion gives files: the title of the page, a space, and 32 digits.
enum NotionName {
  /// Whether a file has such a name.
  static func isOne(_ name: String) -> Bool { name.contains(#/ [0-9a-f]{32}(\.|$)/#) }

  /// Returns a name without the digits.
  static func plain(_ name: String) -> String { name.replacing(#/ [0-9a-f]{32}/#, with: "") }
}
