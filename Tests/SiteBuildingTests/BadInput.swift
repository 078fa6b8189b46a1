import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// A mistake in a source folder, and what is to be said of it.
///
/// In the texts, `¦` marks the places that messages are expected at.
struct BadInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The id of the messages.
  let id: String
  let files: [(path: String, text: String)]
  /// The file that is meant as a whole.
  let path: String?
  /// What the message must hold, in French.
  let says: [String]

  init(
    _ name: String, _ id: String, at path: String? = nil, says: [String] = [],
    _ files: KeyValuePairs<String, String>
  ) {
    testDescription = name
    self.id = id
    self.files = files.map { ($0.key, $0.value) }
    self.path = path
    self.says = says
  }

  /// A mistake in the front matter of a sheet of the type `essai`.
  static func field(
    _ name: String, _ id: String, _ frontMatter: String, says: [String] = []
  ) -> BadInput {
    BadInput(
      name, id, says: says,
      [
        "content/_types/essai.yaml": type, "content/_vocabularies/phases.yaml": vocabulary,
        "content/essais/autre.md": "---\ntitre: Autre\n---\n",
        "content/essais/fiche.md": "---\n\(frontMatter)\n---\n",
      ])
  }

  /// A mistake in the text of a page.
  static func text(
    _ name: String, _ id: String, _ text: String, says: [String] = []
  ) -> BadInput {
    BadInput(
      name, id, says: says,
      ["content/autre.md": "---\ntitre: Autre\n---\n\n## Partie\n", "content/fiche.md": text])
  }

  private static let type = """
    libelle: Essai
    dossier: essais
    champs:
      duree: { libelle: Durée, type: duree }
      nombre: { libelle: Nombre, type: nombre, min: 1, max: 9 }
      entier: { libelle: Entier, type: entier }
      phase: { libelle: Phase, type: terme, vocabulaire: phases }
      lie: { libelle: Lié, type: reference, vers: [essai] }
      personne: { libelle: Personne, type: objet, champs: { nom: { libelle: Nom, requis: true } } }
    """
  private static let vocabulary = "libelle: Phases\ntermes: [{ libelle: Idéation }]\n"

  /// The messages that are expected, as ``Diagnostic/summary`` says them, sorted.
  var expected: [String] {
    let places = files.flatMap { file in
      Self.marks(in: file.text).map { "\(file.path):\($0.line):\($0.column)" }
    }
    return (places + [path].compactMap(\.self)).map { "\(id) \($0)" }.sorted()
  }

  /// Writes the files into a site, without their marks.
  func write(to site: SampleSite) throws {
    for (path, text) in files { try site.write(text.replacing("¦", with: ""), to: path) }
  }

  private static func marks(in text: String) -> [SourcePosition] {
    var marks: [SourcePosition] = []
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "¦": marks.append(SourcePosition(line: line, column: column))
      case "\n": (line, column) = (line + 1, 1)
      default: column += 1
      }
    }
    return marks
  }
}
