import Diagnostics
import Foundation

/// The source folder of a new site: a configuration, a home page, a first sheet, the built-in types.
public struct StarterSite {
  private let types: String
  private let vocabularies: String
  private let themes: [String]

  /// Creates a starter from the folders of the built-in types and vocabularies.
  ///
  /// - Parameter themes: The names of the built-in themes, which editors offer.
  public init(types: String, vocabularies: String, themes: [String]) {
    self.types = types
    self.vocabularies = vocabularies
    self.themes = themes
  }

  /// Writes the site to a folder that is not there yet, or that is empty.
  ///
  /// - Throws: ``EnvironmentFailure`` when the folder holds files or cannot be written.
  public func write(to folder: String) throws {
    if let entries = try? FolderEntry.list(folder), !entries.isEmpty {
      throw EnvironmentFailure(
        fr: "le dossier « \(folder) » n’est pas vide ; choisissez-en un autre",
        en: "the folder “\(folder)” is not empty; choose another")
    }
    do {
      for name in ["/content/methodes", "/.vscode"] { try DiskFile.makeFolder(folder + name) }
      for (path, text) in Self.files {
        try DiskFile.write(Array(text.utf8), to: folder + "/" + path)
      }
      try Self.copy(types, to: folder + "/content/_types")
      try Self.copy(vocabularies, to: folder + "/content/_vocabularies")
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
    var ignored: [Diagnostic] = []
    let schemas = try SchemaLibrary(source: folder, themes: themes, reporting: &ignored)
    try SchemaLibrary.write(schemas.files, to: folder + "/.vscode/schemas")
  }

  private static func copy(_ folder: String, to target: String) throws(DiskFile.Failure) {
    try DiskFile.makeFolder(target)
    for entry in try FolderEntry.list(folder) where entry.kind == .file {
      try DiskFile.write(
        DiskFile.read(folder + "/" + entry.name), to: target + "/" + entry.name)
    }
  }

  private static let files: [(path: String, text: String)] = [
    ("archipel.yaml", configuration), ("content/index.md", home),
    ("content/methodes/index.md", section), ("content/methodes/tour-de-table.md", sheet),
    (".gitignore", "/output/\n/.output.archipel/\n/.archipel/\n"),
    (".vscode/settings.json", editor),
    (".vscode/extensions.json", #"{ "recommendations": ["redhat.vscode-yaml"] }"# + "\n"),
  ]

  private static let editor = """
    {
      "yaml.schemas": { ".vscode/schemas/archipel.schema.json": "archipel.yaml" },
      "files.insertFinalNewline": true,
      "editor.wordWrap": "on"
    }

    """

  private static let configuration = """
    # Le site. Toutes les clés sont facultatives.
    title: "Mon lab"
    tagline: "Ce que nous savons faire, en commun"
    lang: fr
    licence: CC-BY-SA-4.0
    # Un avertissement (lien mort, clé inconnue…) arrête la publication.
    strict: true
    # L’adresse du site, pour les liens canoniques, les flux et le plan du site.
    # base_url: https://lab.exemple.fr/
    # Dans un dépôt git : la date du dernier changement des fiches, et combien de personnes y ont
    # contribué ; l’adresse où proposer une modification.
    # history: git
    # edit_url: https://github.com/mon-lab/site/edit/main/{chemin}
    menu:
      - { label: "Méthodes", page: methodes }

    """

  private static let home = """
    ---
    titre: "Bienvenue"
    resume: "Les méthodes et les projets du lab, à lire, à reprendre et à adapter."
    ---

    Voici le site de votre lab. Modifiez cette page dans `content/index.md`, puis écrivez votre
    première fiche : `archipel new methode "Son titre"`.

    Commencez par [les méthodes](methodes/index.md).

    """

  private static let section = """
    ---
    titre: "Méthodes"
    resume: "Des façons de travailler ensemble, pas à pas."
    ---

    """

  private static let sheet = """
    ---
    titre: "Tour de table"
    resume: "Donner la parole à chaque personne, une fois, au début d’une rencontre de travail."
    intention: "Entendre chaque voix avant de commencer."
    quand: ["Au début d’une rencontre, jusqu’à une quinzaine de personnes."]
    phase: [transversal]
    participation: [consultation]
    duree: { preparation: "5 min", min: "10 min", max: "20 min" }
    groupe: { min: 3, max: 15, ideal: 8 }
    difficulte: 1
    format: [presence]
    etapes:
      - titre: "Poser la question"
        minutes: 2
        consigne: "Donnez votre prénom, et dites en une phrase ce que vous attendez de la rencontre."
      - titre: "Faire le tour"
        minutes: 10
        consigne: "Chaque personne parle une minute, sans être interrompue."
      - titre: "Relever ce qui se rejoint"
        minutes: 3
        consigne: "Dites à voix haute deux attentes communes, et celle qui ne sera pas traitée."
    etiquettes: [écoute, facilitation]
    ---

    Cette fiche est un exemple : gardez-la, changez-la ou supprimez-la.

    """
}
