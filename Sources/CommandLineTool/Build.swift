import SiteLoading
import ArgumentParser
import Diagnostics
import Glibc
import SiteBuilding

/// `archipel build`: makes the site and publishes it.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Construit le site et le publie.")

  @OptionGroup var options: SiteOptions

  @OptionGroup var publication: PublicationOptions

  @Flag(help: "Refait tout, sans rien reprendre de la construction précédente.")
  var fromScratch = false

  @Flag(
    help: ArgumentHelp(
      "Laisse l’index de la recherche vide, pour les mesures.", visibility: .hidden))
  var withoutSearch = false

  func run() async throws {
    let console = Console(options.source.language)
    let start = ContinuousClock.now
    try await console.run {
      var request = try publication.request(options)
      request.options.isSearchable = !withoutSearch
      request.startsFromScratch = fromScratch
      let report = try await SiteBuilder(request) { console.show($0) }.build()
      // What could be done one day is for `check`.
      let findings = report.diagnostics.filter { $0.severity != .remark }
      console.print(findings, source: request.source, as: options.format, .build)
      if options.timings { console.printTimings(report.phases) }
      let summary = RunSummary(report, since: start)
      if report.hasErrors {
        if options.format == .text { console.say(summary.unpublished) }
        throw ExitCode(1)
      }
      if options.format == .text { console.say(summary.published(in: request.output)) }
      try StandardStream.checkOutput()
      // Ending here spares the release of every sheet and page, a twentieth of the time of a build.
      withExtendedLifetime(report) { Glibc.exit(0) }
    }
  }
}
