import Authoring
import ArgumentParser
import Diagnostics
import SiteBuilding

/// `archipel new`: writes the skeleton of a sheet.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Crée une fiche à compléter.")

  @Argument(
    help: ArgumentHelp("Le type de la fiche.", valueName: "type"),
    completion: .shellCommand(Self.listOfTypes))
  var type: String

  @Argument(help: ArgumentHelp("Son titre.", valueName: "titre"))
  var title: String

  @Option(
    help: ArgumentHelp(
      "Traduit la fiche de ce titre dans une langue, comme br ou en.", valueName: "langue"))
  var translate: String?

  @Flag(help: "Écrit tous les champs du type, avec des exemples, et non les seuls obligatoires.")
  var all = false

  @OptionGroup var source: SourceOptions

  /// What a shell runs to offer the types of the current folder.
  ///
  /// The library can also have the program asked, but its script for fish 3 fails to.
  private static let listOfTypes =
    "ls content/_types 2>/dev/null | grep -v '^_' | sed -n 's/[.]yaml$//p'; echo page"

  func run() async throws {
    let console = Console(source.language)
    try await console.run {
      let skeleton = Archetype(
        source: source.source, builtInThemes: try SharedFiles.locate().themes)
      switch try skeleton.write(type: type, title: title, translatingInto: translate, isWhole: all)
      {
      case .written(let paths, let keys, let draftMark):
        let sheet = paths.first ?? ""
        console.say(
          LocalizedText(fr: "fiche créée : \(sheet)", en: "sheet created: \(sheet)"))
        for path in paths.dropFirst() {
          console.say(
            LocalizedText(fr: "page du dossier : \(path)", en: "page of the folder: \(path)"))
        }
        let left = keys.joined(separator: ", ")
        console.say(LocalizedText(fr: "à compléter : \(left)", en: "to complete: \(left)"))
        if let draftMark { console.say(Self.advice(draftMark)) }
      case .refused(let diagnostics):
        console.print(diagnostics, source: source.source, as: .text)
        throw ExitCode(1)
      }
    }
  }

  /// How to see a draft, and to publish it.
  private static func advice(_ draftMark: String) -> LocalizedText {
    LocalizedText(
      fr: "c’est un brouillon : « archipel serve --drafts » le montre ; pour le publier, ôtez la "
        + "ligne « \(draftMark) »",
      en: "it is a draft: “archipel serve --drafts” shows it; to publish it, remove the line "
        + "“\(draftMark)”")
  }
}
