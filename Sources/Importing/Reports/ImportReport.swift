public import Diagnostics

/// What came of an import.
public struct ImportReport: Sendable {
  /// A sheet that was written.
  public struct WrittenSheet: Sendable, Hashable {
    /// Its file, relative to the source folder.
    public let path: String
    /// The file that it was made from, as it was named.
    public let source: String
    /// The keys that were filled in from the text, as the file writes them.
    public let filledKeys: [String]
    /// The required fields that are left to complete.
    public let missingKeys: [String]
    /// The pictures that were written beside it.
    public let pictureCount: Int
    /// Whether it is a draft.
    public let isDraft: Bool
  }

  /// The sheets, in the order of the sources.
  public internal(set) var sheets: [WrittenSheet] = []
  /// The other files that were copied with a folder.
  public internal(set) var copiedFileCount = 0
  /// What was not understood, and what was refused.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Whether a source could not be imported.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
