public import ArgumentParser
import Calendars
import ContentModel
public import Diagnostics
import FoundationEssentials
import Glibc
import SiteBuilding
import SiteLoading

/// The options of the commands that read the whole site.
struct SiteOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Flag(help: "Un avertissement compte comme une erreur.")
  var strict = false

  @Option(
    help: ArgumentHelp("L’écriture des messages : text, json, sarif ou github.", valueName: "forme")
  )
  var format: DiagnosticOutput = .text

  @Option(help: ArgumentHelp("Le nombre de tâches menées ensemble.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: ArgumentHelp("Donne le temps de chaque phase.", visibility: .hidden))
  var timings = false

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs : au moins 1") }
  }

  /// Returns the request of a build of the source folder.
  func request(output: String?) throws -> BuildRequest {
    var request = BuildRequest(
      source: source.source, output: output ?? source.source + "/output",
      builtInThemes: try SharedFiles.locate().themes, today: Self.today)
    request.moment = Self.moment
    request.isOutputNamed = output != nil
    request.options.isStrict = strict
    request.jobs = jobs
    return request
  }

  /// The moment of the build, in seconds since 1970.
  static var moment: Int { epoch ?? Int(Date().timeIntervalSince1970) }

  private static var epoch: Int? {
    ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Int.init)
  }

  /// The day of the build, for a site that names no time zone.
  ///
  /// It is that of `SOURCE_DATE_EPOCH` when it is set, as reproducible-builds.org has it, or else today
  /// where the site is made: after midnight, a sheet of today is there.
  static var today: CalendarDate {
    if let epoch { return CalendarDate(secondsSince1970: epoch) }
    let now = moment
    var (time, parts) = (time_t(now), tm())
    localtime_r(&time, &parts)
    return CalendarDate(secondsSince1970: now + parts.tm_gmtoff)
  }
}
