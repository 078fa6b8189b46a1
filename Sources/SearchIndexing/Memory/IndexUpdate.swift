/// An index after the change of some of its pages.
public struct IndexUpdate: Sendable {
  /// A file of the index.
  public struct File: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What it holds; nil when the index had it before.
    public let bytes: [UInt8]?
  }

  /// All files, by name, each once.
  public let files: [File]
  /// What ``IndexMemory`` is opened with the next time, beside the same base.
  public let changes: [UInt8]
}
