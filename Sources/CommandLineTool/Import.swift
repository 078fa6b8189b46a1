import ArgumentParser
import Diagnostics
import Importing

/// `archipel import`: brings documents and folders of other tools into the site.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Importe ce qui est écrit ailleurs : Word, LibreOffice, Google Docs, Notion, MkDocs…",
    discussion: """
      Un document (.docx, .odt, .html, .zip de Google Docs, .md) donne une fiche, à l’état de brouillon ; \
      un tableau (.csv) une fiche par ligne ; un dossier (MkDocs, Hugo, Jekyll, YesWiki, Obsidian) une fiche \
      par page. Aucun fichier existant n’est modifié.
      """)

  @Argument(
    help: ArgumentHelp("Les fichiers et les dossiers à importer.", valueName: "fichier"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Le type des fiches ; ses champs sont cherchés dans le texte.", valueName: "type"))
  var type: String?

  @Option(help: ArgumentHelp("Le titre, à la place de celui du document.", valueName: "titre"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Le dossier du contenu où écrire, à la place de celui du type.", valueName: "dossier"))
  var into: String?

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let console = Console(source.language)
    try await console.run {
      let report = try await Importer(
        source: source.source,
        options: Importer.Options(type: type, title: title, folder: into)
      ).run(files)
      for sheet in report.sheets { console.say(Self.sentence(sheet)) }
      if report.copiedFileCount > 0 {
        let count = report.copiedFileCount
        console.say(
          LocalizedText(fr: "fichiers copiés : \(count)", en: "files copied: \(count)"))
      }
      if !report.diagnostics.isEmpty {
        console.print(
          report.diagnostics.sortedByLocation(), source: source.source, as: .text, .whole)
      }
      if report.sheets.contains(where: \.isDraft) {
        console.say(
          LocalizedText(
            fr: "à relire dans « archipel desk » ou « archipel serve --drafts » avant de publier",
            en: "to read in “archipel desk” or “archipel serve --drafts” before they are published")
        )
      }
      if report.hasErrors { throw ExitCode(1) }
    }
  }

  /// What came of a file, on as few lines as it takes.
  private static func sentence(_ sheet: ImportReport.WrittenSheet) -> LocalizedText {
    var (french, english) = ("fiche créée : \(sheet.path)", "sheet created: \(sheet.path)")
    func add(_ names: [String], fr: String, en: String) {
      guard !names.isEmpty else { return }
      let list = names.joined(separator: ", ")
      french += "\n  \(fr) : \(list)"
      english += "\n  \(en): \(list)"
    }
    add(sheet.filledKeys, fr: "champs remplis", en: "fields filled")
    add(sheet.missingKeys, fr: "à compléter", en: "to complete")
    if sheet.pictureCount > 0 {
      add([String(sheet.pictureCount)], fr: "images", en: "pictures")
    }
    return LocalizedText(fr: french, en: english)
  }
}
