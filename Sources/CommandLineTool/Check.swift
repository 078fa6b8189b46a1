import ArgumentParser
import Diagnostics
import SiteBuilding

/// `archipel check`: says everything that a build would, and writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Vérifie le site sans rien écrire.")

  @OptionGroup var options: SiteOptions

  @Flag(help: "Vérifie aussi chaque page telle qu’elle serait publiée.")
  var output = false

  func run() async throws {
    let console = Console(options.source.language)
    let start = ContinuousClock.now
    try await console.run {
      let request = try options.request(output: nil)
      let report = try await SiteBuilder(request) { console.show($0) }
        .check(auditsOutput: output)
      console.print(report.diagnostics, source: request.source, as: options.format)
      if options.timings { console.printTimings(report.phases) }
      if options.format == .text { console.say(RunSummary(report, since: start).checked) }
      if report.hasErrors { throw ExitCode(1) }
    }
  }
}
