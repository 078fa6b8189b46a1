import ArgumentParser
import Diagnostics
import Foundation
import SiteBuilding

/// The one place that prints: diagnostics, progress and what a command has done.
struct Console: Sendable {
  let language: MessageLanguage
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(_ language: MessageLanguage) { self.language = language }

  /// Prints a line on standard output.
  func say(_ text: LocalizedText) {
    Swift.print(text.text(in: language))
  }

  /// Prints the diagnostics of a run on standard error.
  ///
  /// - Parameter source: The folder that their paths start from.
  func print(_ diagnostics: [Diagnostic], source: String, as output: DiagnosticOutput) {
    clearProgress()
    var path: String?
    var lines: LineIndex?
    let formatter = DiagnosticFormatter(language: language)
    var text = ""
    for diagnostic in diagnostics {
      switch output {
      case .text:
        if path != diagnostic.location.path {
          path = diagnostic.location.path
          lines = FileManager.default.contents(atPath: source + "/" + diagnostic.location.path)
            .map { LineIndex(Array($0)) }
        }
        text += formatter.format(diagnostic, lines: lines)
      case .json:
        text += DiagnosticLine(diagnostic, language: language).json + "\n"
      }
    }
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Shows what a long run is doing, on a terminal only.
  func show(_ event: SiteBuilder.Event) {
    switch event {
    case .waiting:
      warn(
        LocalizedText(
          fr: "une autre construction de ce site est en cours ; attente de sa fin",
          en: "another build of this site is running; waiting for its end"))
    case .phase(let name):
      guard isTerminal else { return }
      FileHandle.standardError.write(Data("\r\u{1B}[K\(name.text(in: language))…".utf8))
    }
  }

  /// Prints the time of each phase on standard error, `phase<TAB>seconds`.
  func printTimings(_ phases: [(name: String, seconds: Double)]) {
    for phase in phases {
      FileHandle.standardError.write(Data("\(phase.name)\t\(phase.seconds)\n".utf8))
    }
  }

  /// Removes what ``show(_:)`` has left on the terminal.
  func clearProgress() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func warn(_ text: LocalizedText) {
    FileHandle.standardError.write(Data("archipel: \(text.text(in: language))\n".utf8))
  }

  /// Runs a command, and ends the program with the status of the contract when it fails.
  func run(_ command: () async throws -> Void) async throws {
    do {
      try await command()
    } catch let failure as EnvironmentFailure {
      clearProgress()
      warn(failure.message)
      throw ExitCode(2)
    } catch let failure as CommandFailure {
      clearProgress()
      warn(failure.message)
      throw ExitCode(2)
    }
  }
}

/// A diagnostic as scripts read it.
private struct DiagnosticLine: Encodable {
  let severity: String
  let id: String
  let path: String
  let line: Int?
  let column: Int?
  let message: String
  let expected: String?
  let suggestion: String?

  init(_ diagnostic: Diagnostic, language: MessageLanguage) {
    severity = diagnostic.severity.rawValue
    id = diagnostic.id
    path = diagnostic.location.path
    line = diagnostic.location.position?.line
    column = diagnostic.location.position?.column
    message = diagnostic.message.text(in: language)
    expected = diagnostic.expected?.text(in: language)
    suggestion = diagnostic.suggestion?.text(in: language)
  }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
