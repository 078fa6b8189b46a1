import Glibc
import SiteFiles
import ArgumentParser
import Diagnostics
import FoundationEssentials
import PreviewServer
import SiteBuilding

/// The one place that prints: diagnostics, progress and what a command has done.
struct Console: Sendable {
  let language: MessageLanguage
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(_ language: MessageLanguage) { self.language = language }

  /// Prints a text for people on standard output, and ends its line.
  func say(_ text: LocalizedText) {
    sayAsItIs(TerminalText.shown(text.text(in: language), keepsLines: true))
  }

  /// Prints what another program reads, which has its own way of writing any sign.
  private func sayAsItIs(_ text: String) { Self.write(text + "\n", to: .output) }

  /// Prints the diagnostics of a run: for people and as JSON lines on standard error, in the
  /// formats of other programs on standard output.
  ///
  /// - Parameters:
  ///   - source: The folder that their paths start from.
  ///   - length: How much is shown to people; the other formats are whole.
  func print(
    _ diagnostics: [Diagnostic], source: String, as output: DiagnosticOutput,
    _ length: ReportLength = .build
  ) {
    clearProgress()
    switch output {
    case .text:
      let formatter = DiagnosticFormatter(language: language)
      let report = GroupedReport(diagnostics, length, language: language)
      printError(
        report.text { diagnostics in
          formatter.format(diagnostics) { SourceBoundary.bytes(of: $0, in: source) }
        })
    case .json:
      printError(diagnostics.map { DiagnosticLine($0, language: language).json + "\n" }.joined())
    case .sarif:
      let version = Archipel.configuration.version
      sayAsItIs(SARIFReport(diagnostics, language: language, version: version).json)
    case .github:
      for diagnostic in diagnostics {
        sayAsItIs(GitHubAnnotation(diagnostic, language: language).line)
      }
    }
  }

  /// Prints lines on standard error.
  func printError(_ text: String) { Self.write(text, to: .error) }

  /// Prints the first of some problems on standard error, and how many more there are.
  func printError(_ problems: [String], atMost limit: Int = 8) {
    var text = problems.prefix(limit).joined()
    let more = problems.count - limit
    if more > 0 {
      text += LocalizedText(fr: "… et \(more) de plus\n", en: "… and \(more) more\n").text(
        in: language)
    }
    Self.write(text, to: .error)
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
      Self.write("\r\u{1B}[K\(name.text(in: language))…", to: .error)
    }
  }

  /// Prints the time of each phase on standard error, `phase<TAB>seconds`.
  func printTimings(_ phases: [(name: String, seconds: Double)]) {
    for phase in phases {
      Self.write("\(phase.name)\t\(phase.seconds)\n", to: .error)
    }
  }

  /// Removes what ``show(_:)`` has left on the terminal.
  func clearProgress() {
    if isTerminal { Self.write("\r\u{1B}[K", to: .error) }
  }

  private func warn(_ text: LocalizedText) {
    Self.write("archipel: \(TerminalText.shown(text.text(in: language)))\n", to: .error)
  }

  private static func write(_ text: String, to stream: StandardStream) {
    stream.write(Array(text.utf8))
  }

  /// Runs a command, and ends the program with the status of the contract when it fails.
  func run(_ command: () async throws -> Void) async throws {
    do {
      try await command()
    } catch let failure as EnvironmentFailure {
      clearProgress()
      warn(failure.message)
      throw ExitCode(2)
    } catch let failure as PreviewFailure {
      clearProgress()
      warn(failure.message)
      throw ExitCode(2)
    } catch let failure as CommandFailure {
      clearProgress()
      warn(failure.message)
      throw failure.status
    }
  }
}
