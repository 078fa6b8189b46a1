import ArgumentParser
import Diagnostics
import SiteBuilding

/// `archipel explain`: tells what a page is made from, and why a build would make it again.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explique de quoi une page est faite.")

  @Argument(
    help: ArgumentHelp(
      "L’adresse de la page, son chemin, ou le fichier de sa fiche.", valueName: "page"))
  var page: String

  @OptionGroup var options: SiteOptions

  @OptionGroup var publication: PublicationOptions

  func run() async throws {
    let console = Console(options.source.language)
    try await console.run {
      let request = try publication.request(options)
      switch try await SiteBuilder(request).explain(page) {
      case .page(let explanation):
        Swift.print(explanation.text(in: options.source.language), terminator: "")
      case .noPage(let suggestion):
        let near = suggestion.map {
          LocalizedText(fr: " ; vouliez-vous dire « \($0) » ?", en: "; did you mean “\($0)”?")
        }
        console.say(
          LocalizedText(
            fr: "le site n’a pas de page « \(page) »" + (near?.french ?? ""),
            en: "the site has no page “\(page)”" + (near?.english ?? "")))
        throw ExitCode(1)
      case .broken(let diagnostics):
        console.print(diagnostics, source: request.source, as: options.format)
        throw ExitCode(1)
      }
    }
  }
}
