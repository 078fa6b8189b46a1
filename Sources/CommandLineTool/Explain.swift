import SiteLoading
import ArgumentParser
import ContentModel
import Diagnostics
import SiteBuilding

/// `archipel explain`: tells what a page is made from, and why a build would make it again.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explique de quoi une page est faite.")

  @Argument(
    help: ArgumentHelp(
      "L’adresse de la page, le fichier de sa fiche ou son titre.", valueName: "page"))
  var page: String

  @OptionGroup var options: SiteOptions

  @OptionGroup var publication: PublicationOptions

  func run() async throws {
    let console = Console(options.source.language)
    try await console.run {
      let request = try publication.request(options)
      switch try await SiteBuilder(request).explain(page) {
      case .page(let explanation):
        StandardStream.output.write(Array(explanation.text(in: options.source.language).utf8))
      case .noPage(let suggestion):
        console.printError(Self.noPage(page, suggestion).text(in: console.language) + "\n")
        throw ExitCode(1)
      case .unpublished(let reason):
        console.printError(Self.unpublished(page, reason).text(in: console.language) + "\n")
        throw ExitCode(1)
      case .broken(let diagnostics):
        console.print(diagnostics, source: request.source, as: options.format)
        throw ExitCode(1)
      }
    }
  }

  private static func noPage(_ page: String, _ suggestion: String?) -> LocalizedText {
    let advice =
      suggestion.map {
        LocalizedText(fr: " ; vouliez-vous dire « \($0) » ?", en: "; did you mean “\($0)”?")
      }
      ?? LocalizedText(
        fr: """

            attendu : son adresse (« methodes/world-cafe/ »), le fichier de sa fiche
            (« content/methodes/world-cafe.md ») ou son titre
          """,
        en: """

            expected: its address (“methodes/world-cafe/”), the file of its sheet
            (“content/methodes/world-cafe.md”) or its title
          """)
    return LocalizedText(
      fr: "le site n’a pas de page « \(page) »" + advice.french,
      en: "the site has no page “\(page)”" + advice.english)
  }

  private static func unpublished(
    _ page: String, _ reason: SheetDirectory.Unpublished
  ) -> LocalizedText {
    let cause =
      switch reason {
      case .draft: LocalizedText(fr: "un brouillon", en: "a draft")
      case .future: LocalizedText(fr: "datée du futur", en: "dated in the future")
      case .expired: LocalizedText(fr: "périmée", en: "expired")
      case .unreadable: LocalizedText(fr: "illisible", en: "unreadable")
      }
    return LocalizedText(
      fr:
        "« \(page) » est \(cause.french) : la fiche n’a pas encore de page ; « --drafts » l’explique",
      en: "“\(page)” is \(cause.english): the sheet has no page yet; “--drafts” explains it")
  }
}
