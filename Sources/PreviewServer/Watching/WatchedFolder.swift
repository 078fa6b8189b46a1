/// A folder to watch.
struct WatchedFolder: Hashable, Sendable {
  let path: String
  /// Whether all files in it and in its folders are watched, or the configuration of the site alone.
  let isDeep: Bool
}
