import Authoring
import ArgumentParser
import Diagnostics
import FoundationEssentials
import SiteBuilding
import TextEncoding

/// `archipel init`: makes the source folder of a new site.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Crée le dossier d’un nouveau site, prêt à construire.")

  @Argument(
    help: ArgumentHelp(
      "Le dossier à créer, ou le nom du site : « Lab Normandie » va dans lab-normandie.",
      valueName: "dossier"), completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("La langue des messages : fr ou en.", valueName: "langue"))
  var lang: MessageLanguage?

  func run() async throws {
    let console = Console(lang ?? .ofSystem)
    try await console.run {
      let shared = try SharedFiles.locate()
      let (folder, title) = Self.place(named: self.folder)
      let kept = try SiteScaffold(
        pages: shared.starter, types: shared.types, vocabularies: shared.vocabularies,
        themes: shared.themeNames
      ).write(to: folder, title: title)
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

  /// Returns the folder of a site, and its title where what is named is more than a folder: the folder
  /// that is there already keeps its name.
  private static func place(named path: String) -> (folder: String, title: String?) {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !isPlain(name) else { return (path, nil) }
    let title = Archetype.line(String(name))
    let slug = Slug.make(from: title)
    if slug.isEmpty || FileManager.default.fileExists(atPath: path) { return (path, title) }
    let above = parts.dropLast().map { $0 + "/" }.joined()
    return ((path.hasPrefix("/") ? "/" : "") + above + slug, title)
  }

  private static func isPlain(_ path: some StringProtocol) -> Bool {
    path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
  }

  /// Returns a path as a shell reads it.
  private static func quoted(_ path: String) -> String {
    isPlain(path) ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }
}
