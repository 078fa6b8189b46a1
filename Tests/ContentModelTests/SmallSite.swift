import Diagnostics

@testable import ContentModel

/// A site in memory: types and vocabularies from the texts of their files, by name.
struct SmallSite {
  let types: [String: ContentType]
  let vocabularies: [String: Vocabulary]
  /// The data files that views may show.
  let tables: [String: DataTable]
  /// What was found in the types and the vocabularies.
  let findings: [String]

  init(
    types: KeyValuePairs<String, String> = [:], vocabularies: KeyValuePairs<String, String> = [:],
    tables: [String: DataTable] = [:]
  ) {
    self.tables = tables
    var diagnostics: [Diagnostic] = []
    var loaded: [String: Vocabulary] = [:]
    for (id, text) in vocabularies {
      loaded[id] = Vocabulary.load(
        id: id, path: "\(id).yaml", text: text, reporting: &diagnostics)
    }
    self.vocabularies = loaded
    var loader = ContentTypeLoader(vocabularies: loaded)
    let files = types.map { name, text in
      ContentTypeLoader.File(path: "\(name).yaml", name: name, text: text)
    }
    self.types = loader.load(files, reporting: &diagnostics)
    findings = diagnostics.findings
  }

  /// Reads a sheet at a path below the content folder.
  func read(
    _ text: String, at path: String = "a.md", translating original: Sheet? = nil
  ) -> Reading {
    read(Array(text.utf8), at: path, translating: original)
  }

  func read(
    _ bytes: [UInt8], at path: String = "a.md", translating original: Sheet? = nil
  ) -> Reading {
    var diagnostics: [Diagnostic] = []
    let reader = SheetReader(types: types, vocabularies: vocabularies, tables: tables)
    let sheet = reader.read(
      path: path, name: SheetName(path: path), bytes: bytes, translating: original,
      reporting: &diagnostics)
    return Reading(sheet: sheet, diagnostics: diagnostics.sortedByLocation())
  }

  /// Reads sheets, by their path below the content folder.
  func sheets(_ texts: KeyValuePairs<String, String>) -> [Sheet] {
    texts.compactMap { read($0.value, at: $0.key).sheet }
  }
}

/// What came of reading one sheet.
struct Reading {
  let sheet: Sheet?
  let diagnostics: [Diagnostic]

  var findings: [String] { diagnostics.findings }
  /// What was found, as `id line:column`.
  var places: [String] { findings.map { $0.split(separator: "+").first.map(String.init) ?? $0 } }
  var messages: [String] { diagnostics.map(\.message.french) }
  var suggestions: [String] { diagnostics.compactMap(\.suggestion?.french) }
}

/// What came of reading the key `champ` of a sheet, declared by the keys of a field.
struct FieldReading {
  let value: FieldValue?
  let findings: [String]
  let diagnostics: [Diagnostic]

  /// Reads a value on line 2, from column 8.
  ///
  /// - Parameter declaration: The keys of the field in YAML, as `type: entier, max: 4`.
  init(_ value: String, as declaration: String) {
    let site = SmallSite(
      types: [
        "essai": "libelle: Essai\ndossier: essais\nchamps: { champ: { \(declaration) } }\n"
      ], vocabularies: ["phases": phases])
    let reading = site.read("---\nchamp: \(value)\n---\n", at: "essais/a.md")
    self.value = reading.sheet?.fields["champ"]
    findings = site.findings + reading.findings
    diagnostics = reading.diagnostics
  }
}

/// A vocabulary of two terms.
let phases = """
  libelle: { fr: Phases }
  ordonne: true
  termes:
    - { id: ideation, libelle: { fr: Idéation, en: Ideation }, synonymes: [créativité] }
    - { id: essai, libelle: { fr: Expérimentation } }
  """

extension Sequence<Diagnostic> {
  /// What was found, in the order given, as `id line:column+length`; `id` alone for a whole file.
  var findings: [String] {
    map { diagnostic in
      guard let position = diagnostic.location.position else { return diagnostic.id }
      return "\(diagnostic.id) \(position.line):\(position.column)+\(diagnostic.location.length)"
    }
  }
}
