import ArgumentParser
import Diagnostics
import FoundationEssentials

/// What prevented a command, for its user; it ends the program with the status of a failed
/// environment.
struct CommandFailure: Error {
  let message: LocalizedText
  /// What the program ends with.
  let status: ExitCode

  init(_ message: LocalizedText, status: ExitCode = ExitCode(2)) {
    self.message = message
    self.status = status
  }
}
