public import Diagnostics
import TextEncoding
import YAMLParsing

/// A closed list of terms that fields may take.
public struct Vocabulary: Sendable, Hashable {
  /// The keys of the file of a vocabulary, and of its terms.
  package enum Key: String, Sendable {
    case label = "libelle"
    case isOrdered = "ordonne"
    case description
    case terms = "termes"
    case id
    case definition
    case synonyms = "synonymes"
    case page
  }

  /// One of the terms.
  public struct Term: Sendable, Hashable {
    /// The term in addresses and data.
    public let id: String
    /// The term as readers see it.
    public let label: Label
    /// What it means.
    public let definition: Label?
    /// Other words for it.
    public let synonyms: [String]
    /// The id of a sheet that presents it.
    public let page: String?
    /// Everything else that the file says of it, as text or lists of texts.
    public let data: DataValue

    /// The name of a drawing of the theme.
    public var sign: String? { text("signe") }
    /// What readers of a sheet with the term are told before its text.
    public var notice: String? { text("avis") }

    /// What the term is called in schema.org, as in `OnlineEventAttendanceMode`.
    public var schemaName: String? { text("schema_org") }

    private func text(_ key: String) -> String? {
      guard case .object(let data) = data, case .text(let text)? = data[key] else { return nil }
      return text
    }
  }

  /// The name of the file, without its extension.
  public let id: String
  /// The name that readers see.
  public let label: Label
  /// A sentence about it.
  public let description: Label?
  /// The terms, in the order of lists.
  public let terms: [Term]
  /// Every name that the terms go by: ids first, then labels, then synonyms.
  public let names: [String]
  private let indexByName: [String: Int]

  /// Returns the term that has an id, a label or a synonym, whatever its accents and letter case.
  public func term(named name: String) -> Term? {
    indexByName[Slug.make(from: name)].map { terms[$0] }
  }

  /// Returns the rank of a term in the order of lists.
  public func rank(of id: String) -> Int? {
    indexByName[Slug.make(from: id)]
  }

  init(
    id: String, label: Label, description: Label?, terms: [(term: Term, synonyms: [String])]
  ) {
    self.id = id
    self.label = label
    self.description = description
    self.terms = terms.map(\.term)
    var indexByName: [String: Int] = [:]
    var written: [String] = []
    var known: Set<String> = []
    // An id wins over a label, and a label over a synonym, whichever term comes first.
    for names in [
      terms.map { [$0.term.id] }, terms.map { $0.term.label.texts.values.sorted() },
      terms.map(\.synonyms),
    ] {
      for (index, names) in names.enumerated() {
        for name in names {
          let key = Slug.make(from: name)
          if indexByName[key] == nil { indexByName[key] = index }
          if indexByName[key] == index, known.insert(name).inserted { written.append(name) }
        }
      }
    }
    self.indexByName = indexByName
    names = written
  }

  /// Reads `content/_vocabularies/ID.yaml`.
  public static func load(
    id: String, path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> Vocabulary? {
    let yaml = YAMLText(path: path, firstLine: 1, text: text, limit: DataFile.longest)
    guard var reader = MappingReader(documentOf: yaml, reporting: &diagnostics) else { return nil }
    let label = reader.label(Key.label.rawValue) ?? Label(["fr": id])
    let isOrdered = reader.boolean(Key.isOrdered.rawValue)
    let description = reader.label(Key.description.rawValue)
    var terms: [(term: Term, synonyms: [String])] = []
    for var entry in reader.mappings(Key.terms.rawValue) {
      if let term = Self.term(&entry) { terms.append(term) }
      diagnostics += entry.diagnostics
    }
    if terms.isEmpty {
      reader.report(.emptyVocabulary(id, at: SourceLocation(path: path)))
    }
    reader.finish(into: &diagnostics)
    if !isOrdered {
      terms.sort {
        $0.term.label.text(in: "fr").sortingKey(in: "fr")
          < $1.term.label.text(in: "fr").sortingKey(in: "fr")
      }
    }
    return Vocabulary(id: id, label: label, description: description, terms: terms)
  }

  private static func term(_ entry: inout MappingReader) -> (term: Term, synonyms: [String])? {
    let label = entry.label(Key.label.rawValue)
    guard
      let id = entry.string(Key.id.rawValue) ?? label.map({ Slug.make(from: $0.text(in: "fr")) })
    else {
      entry.report(.termWithoutName(at: entry.yaml.location(of: entry.mapping.mark)))
      return nil
    }
    let definition = entry.label(Key.definition.rawValue)
    let synonyms = entry.strings(Key.synonyms.rawValue)
    let page = entry.string(Key.page.rawValue)
    var data: [String: DataValue] = [:]
    for key in entry.otherKeys() {
      guard let node = entry.node(key) else { continue }
      data[key] = DataValue(node)
      if data[key] == nil { entry.report(.dataTooLarge(at: entry.location(ofKey: key))) }
    }
    let term = Term(
      id: id, label: label ?? Label(["fr": id]), definition: definition, synonyms: synonyms,
      page: page,
      data: .object(data))
    return (term, synonyms)
  }
}
