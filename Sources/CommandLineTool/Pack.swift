import ArgumentParser
import Diagnostics
import SiteBuilding
import SiteLoading

/// `archipel pack`: puts the whole site into one archive that opens from a disk.
struct Pack: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Met le site entier dans une archive qui s’ouvre sans connexion, depuis un disque.",
    discussion: """
      L’archive porte le nom du site ; le même nom suivi de « .sha256 » contient son empreinte. Les noms que \
      Windows, macOS ou une clé USB ne prendraient pas l’empêchent, et sont dits.
      """)

  @Option(
    help: ArgumentHelp("L’archive à écrire.", valueName: "fichier"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "L’adresse du site, pour les codes QR et les flux.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Y met aussi les brouillons et les fiches datées du futur.")
  var drafts = false

  @OptionGroup var options: SiteOptions

  func validate() throws {
    if let baseURL, !BuildRequest.isBaseURL(baseURL) {
      throw ValidationError("--base-url : attendu « https://exemple.fr/ »")
    }
  }

  func run() async throws {
    let console = Console(options.source.language)
    let start = ContinuousClock.now
    try await console.run {
      var request = try options.request(output: nil)
      request.options.includesDrafts = drafts
      request.options.baseURL = baseURL
      let report = try await SiteBuilder(request) { console.show($0) }
        .pack(to: output, in: options.source.language)
      console.print(
        report.build.diagnostics.filter { $0.severity != .remark }, source: request.source,
        as: options.format)
      guard let archive = report.archive else {
        if options.format == .text { console.say(Self.unpacked) }
        throw ExitCode(1)
      }
      if options.format == .text {
        console.say(RunSummary(report.build, since: start).published(in: archive.path))
        console.say(
          LocalizedText(
            fr:
              "\(archive.fileCount) fichiers, \(archive.byteCount) octets, SHA-256 : \(archive.digest)",
            en: "\(archive.fileCount) files, \(archive.byteCount) bytes, SHA-256: \(archive.digest)"
          ))
      }
    }
  }

  private static let unpacked = LocalizedText(
    fr: "aucune archive n’est écrite : corrigez ce qui précède",
    en: "no archive is written: correct what is said above")
}
