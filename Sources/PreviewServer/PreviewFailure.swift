public import Diagnostics

/// What keeps a preview from starting.
public struct PreviewFailure: Error, Sendable {
  /// What happened, and what to do.
  public let message: LocalizedText

  static func cannotWatch(_ reason: String) -> PreviewFailure {
    PreviewFailure(
      message: LocalizedText(
        fr: "les changements ne peuvent pas être suivis : \(reason)",
        en: "changes cannot be watched: \(reason)"))
  }

  static func cannotListen(port: UInt16, _ reason: String) -> PreviewFailure {
    PreviewFailure(
      message: LocalizedText(
        fr: "le port \(port) n’est pas libre (\(reason)) ; essayez « --port \(port &+ 1) »",
        en: "port \(port) cannot be used (\(reason)); try “--port \(port &+ 1)”"))
  }
}
