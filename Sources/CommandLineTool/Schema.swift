import Authoring
import ArgumentParser
import Diagnostics
import FoundationEssentials
import SiteBuilding

/// `archipel schema`: writes what editors need to complete and check YAML while it is typed.
struct Schema: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Écrit les schémas JSON des types et de archipel.yaml, pour les éditeurs.")

  @Argument(
    help: ArgumentHelp(
      "Le type, ou « archipel » pour la configuration ; tous quand rien n’est dit.",
      valueName: "type"))
  var type: String?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Le dossier où les écrire ; sans lui, un schéma va sur la sortie standard.",
      valueName: "dossier"))
  var output: String?

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let console = Console(source.language)
    try await console.run {
      var diagnostics: [Diagnostic] = []
      let library = try SchemaLibrary(
        source: source.source, themes: SharedFiles.locate().themeNames, reporting: &diagnostics)
      console.print(diagnostics, source: source.source, as: .text)
      if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
      let files = library.files.filter { type == nil || $0.name == "\(type ?? "").schema.json" }
      let names = library.files.map { $0.name.replacing(".schema.json", with: "") }
        .joined(separator: ", ")
      guard !files.isEmpty else {
        throw CommandFailure(
          LocalizedText(
            fr: "aucun type ne s’appelle « \(type ?? "") » ; il y a : \(names)",
            en: "no type is named “\(type ?? "")”; there are: \(names)"))
      }
      if let output {
        try SchemaLibrary.write(files, to: output)
        let count = files.count
        console.say(
          LocalizedText(
            fr: (count == 1 ? "1 schéma écrit" : "\(count) schémas écrits") + " dans « \(output) »",
            en: "\(count) schema\(count == 1 ? "" : "s") written to “\(output)”"))
      } else if let only = files.first, files.count == 1 {
        StandardStream.output.write(only.bytes)
      } else {
        throw CommandFailure(
          LocalizedText(
            fr: "nommez un type, ou un dossier avec --output ; il y a : \(names)",
            en: "name a type, or a folder with --output; there are: \(names)"),
          status: .validationFailure)
      }
    }
  }
}
