/// What version control remembers of the files of a folder.
///
/// A value: the same commits and the same `.mailmap` give the same history, whatever the machine, its
/// time zone, its language and the settings of its user.
public struct SourceHistory: Sendable, Hashable {
  /// What is remembered of a file, the names that it had before included.
  public struct File: Sendable, Hashable {
    /// The day of the last commit that changed it, as `2026-11-21`, where its author was.
    public let lastChange: String?
    /// Who changed it, by the name that `.mailmap` gives, the first to have done so first.
    public let contributors: [String]
  }

  /// Nothing remembered.
  public static let none = SourceHistory(files: [:], state: nil)

  private let files: [String: File]

  /// What it was read from, as ``HistoryReader/state()`` tells; nil when nothing was.
  public let state: String?

  init(files: [String: File], state: String?) {
    self.files = files
    self.state = state
  }

  /// How many files are remembered, those that are no longer there included.
  public var count: Int { files.count }

  /// Returns what is remembered of a file.
  ///
  /// - Parameter path: Its path relative to the folder.
  public subscript(path: String) -> File? { files[path] }
}
