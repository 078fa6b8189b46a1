/// A folder whose changes are told.
struct WatchedFolder: Hashable, Sendable {
  let path: String
  /// Whether all that is in it and below it matters, or the configuration of the site alone.
  let isDeep: Bool
}
