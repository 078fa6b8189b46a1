public import Diagnostics

/// Something outside the source that prevented the build: a folder, a disk, another program.
public struct EnvironmentFailure: Error, Sendable {
  /// What happened, and what to do.
  public let message: LocalizedText

  package init(fr french: String, en english: String) {
    message = LocalizedText(fr: french, en: english)
  }
}
