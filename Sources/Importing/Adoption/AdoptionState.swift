public import Diagnostics

/// How a sheet that was adopted stands with its original.
public struct AdoptionState: Sendable, Hashable {
  /// What has become of the original.
  public enum Original: Sendable, Hashable {
    /// It is what it was.
    case same
    /// It has changed, in these lines of its text (`-` here, `+` there) and these fields.
    case changed(lines: [String], fields: [String])
    /// It cannot be read, for this reason.
    case unread(LocalizedText)
  }

  /// The sheet, relative to the source folder.
  public let path: String
  /// The address of the original.
  public let url: String
  /// What has become of the original.
  public let original: Original
  /// What is wrong with the licences of the two.
  public let clash: LocalizedText?
}
