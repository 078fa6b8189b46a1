import ArgumentParser
import Diagnostics
import SiteBuilding

/// `archipel init`: makes the source folder of a new site.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Crée le dossier d’un nouveau site, prêt à construire.")

  @Argument(help: ArgumentHelp("Le dossier à créer.", valueName: "dossier"))
  var folder: String

  @Option(help: ArgumentHelp("La langue des messages : fr ou en.", valueName: "langue"))
  var lang: MessageLanguage?

  func run() async throws {
    let console = Console(lang ?? .french)
    try await console.run {
      let shared = try SharedFiles.locate()
      try StarterSite(types: shared.types, vocabularies: shared.vocabularies).write(to: folder)
      console.say(
        LocalizedText(
          fr:
            "site créé dans « \(folder) » ; pour le construire : archipel build --source \(folder)",
          en: "site created in “\(folder)”; to build it: archipel build --source \(folder)"))
    }
  }
}
