import ArgumentParser
import Diagnostics
import Foundation
import SiteBuilding

/// `archipel build`: makes the site and publishes it.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Construit le site et le publie.")

  @OptionGroup var options: SiteOptions

  @Option(
    help: ArgumentHelp(
      "Le dossier publié ; par défaut « output » dans la source.", valueName: "dossier"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "L’adresse du site, pour les liens canoniques et les flux.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Publie aussi les brouillons et les fiches datées du futur.")
  var drafts = false

  @Flag(help: "Écrit des liens qui s’ouvrent aussi depuis un disque.")
  var offline = false

  @Flag(help: "Refait tout, sans rien reprendre de la construction précédente.")
  var fromScratch = false

  @Flag(
    help: ArgumentHelp(
      "Laisse l’index de la recherche vide, pour les mesures.", visibility: .hidden))
  var withoutSearch = false

  func validate() throws {
    if let baseURL, !BuildRequest.isBaseURL(baseURL) {
      throw ValidationError("--base-url : attendu « https://exemple.fr/ »")
    }
  }

  func run() async throws {
    let console = Console(options.source.language)
    let start = ContinuousClock.now
    try await console.run {
      var request = try options.request(output: output)
      request.baseURL = baseURL
      request.includesDrafts = drafts
      request.isSearchable = !withoutSearch
      request.isOffline = offline
      request.startsFromScratch = fromScratch
      let report = try await SiteBuilder(request) { console.show($0) }.build()
      // What could be done one day is for `check`.
      let findings = report.diagnostics.filter { $0.severity != .remark }
      console.print(findings, source: request.source, as: options.format)
      if options.timings { console.printTimings(report.phases) }
      let summary = RunSummary(report, since: start)
      if report.hasErrors {
        if options.format == .text { console.say(summary.unpublished) }
        throw ExitCode(1)
      }
      if options.format == .text { console.say(summary.published(in: request.output)) }
      // Ending here spares the release of every sheet and page, a twentieth of the time of a build.
      withExtendedLifetime(report) { Foundation.exit(0) }
    }
  }
}
