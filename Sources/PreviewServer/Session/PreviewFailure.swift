public import Diagnostics
import Glibc

/// The port cannot be listened on: the preview cannot start.
public struct PreviewFailure: Error, Sendable {
  /// What happened, and what to do.
  public let message: LocalizedText

  /// - Parameter code: The error of the system, in numbers of `errno(3)`.
  static func cannotListen(port: UInt16, code: CInt) -> PreviewFailure {
    code == EADDRINUSE ? portTaken(port, by: PortOccupant(port)) : cannotUse(port, code)
  }

  private static func portTaken(_ port: UInt16, by occupant: PortOccupant) -> PreviewFailure {
    let program =
      occupant.program.map {
        LocalizedText(
          fr: " par « \($0.name) » (processus \($0.number))",
          en: " by “\($0.name)” (process \($0.number))")
      } ?? LocalizedText(fr: "", en: "")
    let other = occupant.freePort ?? 0
    return PreviewFailure(
      message: LocalizedText(
        fr: "le port \(port) est déjà pris\(program.french) ; essayez « --port \(other) »",
        en: "port \(port) is taken already\(program.english); try “--port \(other)”"))
  }

  private static func cannotUse(_ port: UInt16, _ code: CInt) -> PreviewFailure {
    let reason = LocalizedText(systemError: code)
    return PreviewFailure(
      message: LocalizedText(
        fr: "le port \(port) ne peut pas être ouvert (\(reason.french)) ; essayez « --port 8080 »",
        en: "port \(port) cannot be opened (\(reason.english)); try “--port 8080”"))
  }
}
