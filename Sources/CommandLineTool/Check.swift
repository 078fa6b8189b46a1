import ArgumentParser
import Calendars
import ContentModel
import Diagnostics
import LinkChecking
import SiteBuilding
import SiteLoading

/// `archipel check`: says everything that a build would and what could be better in the writing,
/// and publishes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Vérifie le site sans rien publier.")

  @OptionGroup var options: SiteOptions

  @Flag(help: "Vérifie aussi chaque page telle qu’elle serait publiée.")
  var output = false

  @Flag(help: "Vérifie aussi les brouillons et les fiches datées du futur.")
  var drafts = false

  @Flag(help: "Demande aussi chaque adresse des autres sites, une fois.")
  var external = false

  @Option(
    help: ArgumentHelp(
      "Le temps laissé à un autre site pour répondre, avec --external.", valueName: "secondes"))
  var timeout = 15

  @Flag(help: "Montre chaque constat, et non les premiers de chaque cause.")
  var all = false

  @Option(
    help: ArgumentHelp("Le jour de la vérification ; par défaut aujourd’hui.", valueName: "date"),
    transform: Self.day)
  var date: CalendarDate?

  func validate() throws {
    guard timeout >= 1 else { throw ValidationError("--timeout : au moins 1") }
  }

  /// How other sites are asked, when they are.
  private var manners: LinkChecker.RequestPolicy? {
    guard external else { return nil }
    var manners = LinkChecker.RequestPolicy()
    manners.timeLimit = .seconds(timeout)
    return manners
  }

  func run() async throws {
    let console = Console(options.source.language)
    let start = ContinuousClock.now
    try await console.run {
      var request = try options.request(output: nil)
      if let date {
        request.today = date
        request.moment = nil
      }
      request.options.includesDrafts = drafts
      let report = try await SiteBuilder(request) { console.show($0) }
        .check(auditsOutput: output, readsProse: true, visiting: manners)
      console.print(
        report.diagnostics, source: request.source, as: options.format,
        all ? .whole : .check)
      if options.timings { console.printTimings(report.phases) }
      if options.format == .text { console.say(RunSummary(report, since: start).checked) }
      if report.hasErrors { throw ExitCode(1) }
    }
  }

  /// Reads a day as `2026-03-14`.
  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw ValidationError("--date : attendu « 2026-03-14 »")
    }
    return day
  }
}
