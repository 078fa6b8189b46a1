import Authoring
import ArgumentParser
import Diagnostics
import SiteBuilding

/// `archipel init`: makes the source folder of a new site.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Crée le dossier d’un nouveau site, prêt à construire.")

  @Argument(
    help: ArgumentHelp("Le dossier à créer.", valueName: "dossier"), completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("La langue des messages : fr ou en.", valueName: "langue"))
  var lang: MessageLanguage?

  func run() async throws {
    let console = Console(lang ?? .ofSystem)
    try await console.run {
      let shared = try SharedFiles.locate()
      let kept = try SiteScaffold(
        pages: shared.starter, types: shared.types, vocabularies: shared.vocabularies,
        themes: shared.themeNames
      ).write(to: folder)
      let place = Self.quoted(folder)
      if !kept.isEmpty {
        let files = kept.joined(separator: ", ")
        console.say(
          LocalizedText(
            fr: "déjà là, et laissé comme il était : \(files)",
            en: "there already, and left as it was: \(files)"))
      }
      console.say(
        LocalizedText(
          fr: """
            site créé dans « \(folder) » ; README.md dit par où commencer
            pour le voir :        archipel serve --source \(place) --open
            pour le construire :  archipel build --source \(place)
            """,
          en: """
            site created in “\(folder)”; README.md tells where to start
            to see it:    archipel serve --source \(place) --open
            to build it:  archipel build --source \(place)
            """))
    }
  }

  /// Returns a path as a shell reads it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }
}
