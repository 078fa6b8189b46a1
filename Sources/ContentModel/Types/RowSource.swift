package import Diagnostics
import YAMLParsing

/// The data file that a type has a sheet for each row of: `donnees` of the type.
public struct RowSource: Sendable, Hashable {
  /// A name that the declaration gives, and where it is written.
  struct Name: Sendable, Hashable {
    let text: String
    let location: SourceLocation
  }

  /// A column, and the field that its cells are the values of: `adresse`, or `duree.min`.
  struct Renamed: Sendable, Hashable {
    let column: Name
    let key: String
  }

  /// The name of a file of `content/_data/`, without its extension.
  public let file: String
  /// Where that name is written.
  package let location: SourceLocation
  /// The column of the titles; found by its name when nil.
  let title: Name?
  /// The column of the texts, in Markdown; found by its name when nil.
  let body: Name?
  /// The column that sheets are named after; their titles when nil.
  let identifier: Name?
  /// The columns that have another name than their field.
  let renamed: [Renamed]
  /// The columns that no sheet shows.
  let ignored: [Name]
}

extension RowSource {
  /// Reads `donnees` of a type, a name or a mapping; nil when it names no file, which is then reported.
  init?(_ reader: inout MappingReader) {
    guard let node = reader.node("donnees") else { return nil }
    if let name = node.scalar?.string {
      self.init(file: name, at: reader.location(of: node))
      return
    }
    guard var keys = reader.reader(of: node) else { return nil }
    defer { reader.take(&keys) }
    keys.expect(["fichier", "titre", "texte", "identifiant", "colonnes", "sans"])
    guard let file = keys.node("fichier"), let name = keys.string("fichier") else {
      keys.report(.rowsWithoutFile(at: reader.location(of: node)))
      return nil
    }
    self.init(
      file: name, at: keys.location(of: file), title: keys.name("titre"), body: keys.name("texte"),
      identifier: keys.name("identifiant"),
      renamed: keys.entries("colonnes").compactMap { column, location, field in
        field.scalar.map {
          Renamed(column: Name(text: column, location: location), key: $0.string)
        }
      },
      ignored: keys.names("sans"))
  }

  private init(
    file: String, at location: SourceLocation, title: Name? = nil, body: Name? = nil,
    identifier: Name? = nil, renamed: [Renamed] = [], ignored: [Name] = []
  ) {
    // Who gives the extension means the same file.
    let parts = file.split(separator: ".")
    let ending = parts.last.map(String.init) ?? ""
    self.file =
      parts.count > 1 && DataFile.extensions.contains(ending)
      ? String(file.dropLast(ending.count + 1)) : file
    self.location = location
    self.title = title
    self.body = body
    self.identifier = identifier
    self.renamed = renamed
    self.ignored = ignored
  }
}

extension MappingReader {
  /// Reads the name of a column.
  fileprivate mutating func name(_ key: String) -> RowSource.Name? {
    guard let node = node(key), let text = string(key) else { return nil }
    return RowSource.Name(text: text, location: location(of: node))
  }

  /// Reads the names of columns.
  fileprivate mutating func names(_ key: String) -> [RowSource.Name] {
    guard let node = node(key) else { return [] }
    if let text = node.scalar?.string {
      return [RowSource.Name(text: text, location: location(of: node))]
    }
    return nodes(key).compactMap { element in
      element.scalar.map { RowSource.Name(text: $0.string, location: location(of: element)) }
    }
  }
}
