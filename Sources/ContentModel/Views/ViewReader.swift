import Diagnostics
import TextEncoding
import YAMLParsing

/// Reads the declaration of a view against what the site declares.
///
/// Each genre has its reading beside its own type; what they have in common is here.
struct ViewReader {
  /// What a site declares that views may name.
  struct Site {
    let types: [String: ContentType]
    let vocabularies: [String: Vocabulary]
    let tables: [String: DataTable]
  }

  let site: Site
  var keys: MappingReader
  let genre: View.Genre

  /// Reads a view; nil when something in it is wrong, which is then reported.
  static func read(
    _ node: YAMLNode, in yaml: YAMLText, of site: Site, reporting diagnostics: inout [Diagnostic]
  ) -> PlacedView? {
    let location = yaml.location(of: node.mark, length: node.writtenLength)
    guard let mapping = node.mapping else {
      diagnostics.append(.viewIsNotMapping(at: location))
      return nil
    }
    var keys = MappingReader(mapping, in: yaml)
    let name = keys.string("genre")
    guard let genre = name.flatMap(View.Genre.init) else {
      keys.report(
        .unknownViewGenre(
          name, known: View.Genre.allCases.map(\.rawValue).sorted(),
          at: keys.valueLocation(ofKey: "genre")))
      diagnostics += keys.diagnostics
      return nil
    }
    keys.expect(genre.keys + PlacedView.keys)
    let (title, text) = (words(&keys, "titre", "title"), words(&keys, "texte", "text"))
    var reader = ViewReader(site: site, keys: keys, genre: genre)
    let view = genre.read(&reader)
    reader.keys.finish(into: &diagnostics)
    return view.map { PlacedView(view: $0, title: title, text: text, location: location) }
  }

  /// Reads words for readers; none when they are blank.
  private static func words(
    _ keys: inout MappingReader, _ key: String, _ other: String
  ) -> String? {
    keys.string(key, other).flatMap { $0.trimmed.isEmpty ? nil : $0 }
  }

  // MARK: Keys

  /// Reads a key that the view cannot do without.
  mutating func required(_ key: String) -> String? {
    let text = keys.string(key)
    if text == nil {
      keys.report(.missingViewKey(key, genre: genre.rawValue, at: keys.location(ofKey: key)))
    }
    return text
  }

  /// Reads the elements of a list, each with some keys of its own; those that cannot be are left out.
  mutating func elements<Value>(
    _ key: String, _ known: [String], _ read: (inout ViewReader) -> Value?
  ) -> [Value] {
    keys.mappings(key).compactMap { mapping in
      var reader = ViewReader(site: site, keys: mapping, genre: genre)
      reader.keys.expect(known)
      let value = read(&reader)
      var found: [Diagnostic] = []
      reader.keys.finish(into: &found)
      for diagnostic in found { keys.report(diagnostic) }
      return value
    }
  }

  /// Reads the type of the sheets.
  mutating func type() -> ContentType? {
    guard let name = required("type") else { return nil }
    if let type = site.types[name] { return type }
    keys.report(
      .unknownType(name, known: site.types.keys.sorted(), at: keys.valueLocation(ofKey: "type")))
    return nil
  }

  /// Reads the name of a vocabulary.
  mutating func vocabulary(_ key: String) -> Vocabulary? {
    guard let name = required(key) else { return nil }
    if let vocabulary = site.vocabularies[name] { return vocabulary }
    keys.report(
      .unknownVocabulary(
        name, known: site.vocabularies.keys.sorted(), at: keys.valueLocation(ofKey: key)))
    return nil
  }

  /// Reads the name of a field of a type, which must be fit for its use in the view.
  mutating func field(
    _ key: String, of type: ContentType, for use: FieldUse
  ) -> FieldDefinition? {
    guard let name = required(key) else { return nil }
    return field(named: name, of: type, for: use, at: keys.valueLocation(ofKey: key))
  }

  /// Reads the name of a field, if the view gives one.
  mutating func optionalField(
    _ key: String, of type: ContentType, for use: FieldUse
  ) -> FieldDefinition? {
    keys.node(key) == nil ? nil : field(key, of: type, for: use)
  }

  /// Reads the names of fields; those that the type lacks are left out.
  mutating func fields(
    _ key: String, of type: ContentType, for use: FieldUse
  ) -> [FieldDefinition] {
    keys.strings(key).compactMap { name in
      field(named: name, of: type, for: use, at: keys.valueLocation(ofKey: key, element: name))
    }
  }

  mutating func field(
    named name: String, of type: ContentType, for use: FieldUse, at location: SourceLocation
  ) -> FieldDefinition? {
    guard let field = type.table[name] else {
      keys.report(.unknownViewField(name, type: type.id, known: type.table.keys, at: location))
      return nil
    }
    guard use.accepts(field) else {
      keys.report(.unfitViewField(name, expected: use.expectation, at: location))
      return nil
    }
    return field
  }
}
