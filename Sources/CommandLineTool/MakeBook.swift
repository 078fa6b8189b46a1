import ArgumentParser
import Books
import Diagnostics
import FoundationEssentials
import SiteBuilding
import SiteFiles
import SiteLoading
import TextEncoding

/// `archipel book`: makes a book of some of the sheets, to read on a device and to print.
struct MakeBook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Fait un livre des fiches choisies : EPUB et PDF.",
    discussion: """
      Sans rien nommer, le livre contient tout le site, dans l’ordre du menu. Chromium imprime le PDF \
      (apt install chromium) ; sans lui, une page HTML à imprimer prend sa place.
      """)

  /// The forms in which a book is written.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case epub, pdf, html
  }

  @Argument(
    help: ArgumentHelp(
      "Des rubriques, des fiches (titre, adresse ou fichier), l’adresse d’un choix de cartes ou d’un déroulé.",
      valueName: "choix"))
  var names: [String] = []

  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp("Une étiquette ; l’option se répète.", valueName: "étiquette"))
  var tags: [String] = []

  @Option(
    name: .customLong("list"),
    help: ArgumentHelp(
      "Un fichier qui nomme une fiche par ligne ; « # » y commence une partie.",
      valueName: "fichier"),
    completion: .file())
  var lists: [String] = []

  @Option(help: ArgumentHelp("Le titre du livre.", valueName: "titre"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Le fichier à écrire ; son nom dit la forme, ou sans elle, l’EPUB et le PDF portent ce nom.",
      valueName: "fichier"),
    completion: .file())
  var output: String?

  @Flag(help: "Laisse de côté les cartes à découper, à la fin du PDF.")
  var noCards = false

  @Flag(help: "Y met aussi les brouillons et les fiches datées du futur.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      "L’adresse du site, pour les liens vers ce qui n’est pas dans le livre.", valueName: "url"))
  var baseURL: String?

  @OptionGroup var options: SiteOptions

  func validate() throws {
    if let baseURL, !BuildRequest.isBaseURL(baseURL) {
      throw ValidationError("--base-url : attendu « https://exemple.fr/ »")
    }
  }

  func run() async throws {
    let console = Console(options.source.language)
    try await console.run {
      var request = try options.request(output: nil)
      request.options.includesDrafts = drafts
      request.options.baseURL = baseURL
      request.options.isSearchable = false
      let report = try await SiteBuilder(request) { console.show($0) }.book(try order())
      console.print(
        report.diagnostics.filter { $0.severity != .remark }, source: request.source,
        as: options.format)
      guard let book = report.book else { throw ExitCode(1) }
      for written in try await BookFiles(book, report.pictures, hasCards: !noCards)
        .write(output, asking: console)
      {
        console.say(written)
      }
    }
  }

  private func order() throws -> BookOrder {
    var order = BookOrder()
    order.title = title
    order.selection.names = names
    order.selection.tags = tags
    for list in lists {
      let bytes = try DiskFile.contents(of: list)
      order.selection.lists.append((list, String(decoding: bytes, as: UTF8.self)))
    }
    return order
  }
}
