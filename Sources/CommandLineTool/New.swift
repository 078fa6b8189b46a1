import ArgumentParser
import Diagnostics
import SiteBuilding

/// `archipel new`: writes the skeleton of a sheet.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Crée une fiche à compléter.")

  @Argument(help: ArgumentHelp("Le type de la fiche.", valueName: "type"))
  var type: String

  @Argument(help: ArgumentHelp("Son titre.", valueName: "titre"))
  var title: String

  @Option(
    help: ArgumentHelp(
      "Traduit la fiche de ce titre dans une langue, comme br ou en.", valueName: "langue"))
  var translate: String?

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let console = Console(source.language)
    try await console.run {
      let skeleton = SheetSkeleton(source: source.source)
      switch try skeleton.write(type: type, title: title, translatingInto: translate) {
      case .written(let path):
        console.say(LocalizedText(fr: "fiche créée : \(path)", en: "sheet created: \(path)"))
      case .refused(let diagnostics):
        console.print(diagnostics, source: source.source, as: .text)
        throw ExitCode(1)
      }
    }
  }
}
