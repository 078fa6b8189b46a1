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
    let console = Console(lang ?? .ofSystem)
    try await console.run {
      let shared = try SharedFiles.locate()
      try StarterSite(
        types: shared.types, vocabularies: shared.vocabularies, themes: shared.themeNames
      ).write(to: folder)
      let command = "archipel build --source \(Self.quoted(folder))"
      console.say(
        LocalizedText(
          fr: "site créé dans « \(folder) » ; pour le construire : \(command)",
          en: "site created in “\(folder)”; to build it: \(command)"))
    }
  }

  /// Returns a path as a shell reads it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }
}
