/// A folder whose changes are told.
struct WatchedFolder: Hashable, Sendable {
  let path: String
  /// Whether all that is in it and below it matters, or the configuration of the site alone.
  let isDeep: Bool

  /// Whether a name is that of something which is no part of a site: it is hidden, or an editor has
  /// left it there for itself.
  static func leavesOut(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }
}
