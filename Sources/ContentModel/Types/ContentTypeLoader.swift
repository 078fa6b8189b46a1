public import Diagnostics
import YAMLParsing

/// Reads the content types of a site.
public struct ContentTypeLoader {
  /// A file of `content/_types/`.
  public struct File: Sendable {
    /// The file, relative to the source folder.
    public let path: String
    /// Its name without the extension.
    public let name: String
    /// Its content.
    public let text: String

    /// Creates a file.
    public init(path: String, name: String, text: String) {
      self.path = path
      self.name = name
      self.text = text
    }
  }

  private let vocabularies: [String: Vocabulary]
  private let damaged: Set<String>
  private var sets: [String: [FieldDefinition]] = [:]
  private var typeByFolder: [String: String] = [:]
  private var diagnostics: [Diagnostic] = []

  /// Creates a loader for types whose fields may take terms of some vocabularies.
  ///
  /// - Parameter damaged: The vocabularies that are there and cannot be read, which is reported already.
  public init(vocabularies: [String: Vocabulary], damaged: Set<String> = []) {
    self.vocabularies = vocabularies
    self.damaged = damaged
  }

  /// Reads every type of a site.
  ///
  /// - Parameter files: The files, those that declare sets of fields (`_NAME.yaml`) included.
  /// - Returns: The types by id, `page` among them.
  public mutating func load(
    _ files: [File], reporting all: inout [Diagnostic]
  ) -> [String: ContentType] {
    for file in files where file.name.hasPrefix("_") {
      let yaml = YAMLText(path: file.path, firstLine: 1, text: file.text)
      guard var reader = MappingReader(documentOf: yaml, reporting: &diagnostics) else { continue }
      sets[file.name] = fields(of: &reader)
      reader.finish(into: &diagnostics)
    }
    var types = [ContentType.page.id: ContentType.page]
    for file in files where !file.name.hasPrefix("_") {
      let yaml = YAMLText(path: file.path, firstLine: 1, text: file.text)
      guard var reader = MappingReader(documentOf: yaml, reporting: &diagnostics) else { continue }
      let type = self.type(file.name, &reader)
      reader.finish(into: &diagnostics)
      types[type.id] = type
    }
    for file in files {
      if let type = types[file.name] { checkNames(of: type, in: types, path: file.path) }
    }
    all += diagnostics
    return types
  }

  private mutating func type(_ id: String, _ reader: inout MappingReader) -> ContentType {
    if reader.node("libelle") == nil {
      reader.report(.typeWithoutLabel(id, at: reader.location(ofKey: "libelle")))
    }
    let label = reader.label("libelle") ?? Label(["fr": id])
    let description = reader.label("description")
    var fields: [FieldDefinition] = []
    for name in reader.strings("inclut") {
      if let set = sets[name] {
        fields += set
      } else {
        reader.report(
          .unknownFieldSet(name, known: sets.keys.sorted(), at: reader.location(ofKey: "inclut")))
      }
    }
    let own = self.fields(of: &reader)
    fields = fields.filter { inherited in !own.contains { $0.key == inherited.key } } + own
    let exports = reader.strings("exporte")
    for export in exports where SheetExport(rawValue: export) == nil {
      reader.report(.unknownExport(export, at: reader.location(ofKey: "exporte")))
    }
    return ContentType(
      id: id, label: label, pluralLabel: reader.label("libelle_pluriel"),
      description: description, folder: folder(of: id, &reader),
      template: reader.string("gabarit"),
      schemaClasses: reader.strings("schema_org"), schemaValues: schemaValues(&reader),
      schemaSet: SchemaMapping(&reader, key: "schema_org_ensemble"),
      exports: Set(exports.compactMap(SheetExport.init(rawValue:))),
      sort: reader.string("tri").map(ContentType.SortOrder.init) ?? .byWeight,
      facets: reader.strings("facettes"), draftMarker: draftMarker(&reader), fields: fields,
      relations: relations(&reader), checks: checks(&reader),
      calendar: reader.part("calendrier", into: &diagnostics) { CalendarFields(&$0) },
      activity: reader.part("activite", into: &diagnostics) { ActivityFields(&$0) },
      sequence: reader.part("sequence", into: &diagnostics) { SequenceFields(&$0) },
      canvas: reader.part("canevas", into: &diagnostics) { CanvasFields(&$0) },
      rows: RowSource(&reader), skeleton: reader.string("squelette") ?? "")
  }

  /// Reads the folder whose sheets are of the type, below the content folder.
  private mutating func folder(of id: String, _ reader: inout MappingReader) -> String? {
    guard let text = reader.string("dossier") else { return nil }
    let location = reader.location(ofKey: "dossier")
    let parts = text.split(separator: "/")
    if text.hasPrefix("/") || parts.isEmpty || parts.contains("..") || parts.contains(".") {
      reader.report(.unusablePath(text, example: "methodes", at: location))
      return nil
    }
    let folder = parts.joined(separator: "/")
    if let other = typeByFolder[folder] {
      reader.report(.folderOfTwoTypes(folder, other: other, at: location))
    }
    typeByFolder[folder] = id
    return folder
  }

  private mutating func fields(of reader: inout MappingReader) -> [FieldDefinition] {
    reader.entries("champs").compactMap { entry in
      guard var field = reader.reader(of: entry.2) else { return nil }
      return FieldDefinitionReader(vocabularies: vocabularies, damaged: damaged)
        .read(entry.key, &field, reporting: &diagnostics)
    }
  }

  private mutating func relations(_ reader: inout MappingReader) -> [RelationDefinition] {
    reader.entries("relations").compactMap { entry in
      guard var relation = reader.reader(of: entry.2) else { return nil }
      let targets = relation.strings("vers")
      var inverse: RelationDefinition.Inverse?
      if let node = relation.node("inverse"), var end = relation.reader(of: node) {
        if let name = end.string("nom") {
          let label = end.label("libelle") ?? Label(["fr": name])
          inverse = RelationDefinition.Inverse(
            name: name, label: label, isExpected: end.boolean("attendue"))
        }
        end.finish(into: &diagnostics)
      }
      let field = FieldDefinition(
        entry.key, label: relation.label("libelle") ?? Label(["fr": entry.key]),
        help: relation.label("aide"), .reference(types: targets),
        isRequired: relation.boolean("requis"), isList: relation.boolean("plusieurs"),
        schema: SchemaMapping(&relation))
      let isExpected = relation.boolean("attendue")
      relation.finish(into: &diagnostics)
      return RelationDefinition(
        field: field, targets: targets, isExpected: isExpected, inverse: inverse)
    }
  }

  private mutating func checks(_ reader: inout MappingReader) -> [ContentCheck] {
    reader.mappings("controles").compactMap { check in
      var check = check
      defer { check.finish(into: &diagnostics) }
      if let node = check.node("bareme") {
        guard var fields = check.reader(of: node) else { return nil }
        defer { fields.finish(into: &diagnostics) }
        return ScoringFields(&fields).map(ContentCheck.scoring)
      }
      if let node = check.node("supports") {
        guard var fields = check.reader(of: node) else { return nil }
        defer { fields.finish(into: &diagnostics) }
        return SupportFields(&fields).map(ContentCheck.supports)
      }
      if let sum = check.string("somme") {
        let limits = check.strings("entre")
        guard limits.count == 2 else {
          check.report(.unreadableCheck(at: check.location(ofKey: "entre")))
          return nil
        }
        return .sum(of: sum, low: limits[0], high: limits[1])
      }
      let order = check.strings("ordre")
      guard order.count >= 2 else {
        check.report(.unreadableCheck(at: check.location(ofKey: "ordre")))
        return nil
      }
      return .order(order)
    }
  }

  /// Reads the properties of schema.org that all sheets of the type have alike.
  private func schemaValues(_ reader: inout MappingReader) -> [ContentType.SchemaValue] {
    guard let node = reader.node("schema_org_valeurs"), var keys = reader.reader(of: node) else {
      return []
    }
    defer { reader.take(&keys) }
    return keys.otherKeys().compactMap { name in
      keys.label(name).map { ContentType.SchemaValue(property: name, value: $0) }
    }
  }

  private func draftMarker(_ reader: inout MappingReader) -> ContentType.DraftMarker? {
    guard let entry = reader.entries("brouillon_si").first, let value = entry.2.scalar?.string
    else { return nil }
    return ContentType.DraftMarker(key: entry.key, value: value)
  }

  /// Reports the types, facets and sort keys that nothing declares.
  private mutating func checkNames(
    of type: ContentType, in types: [String: ContentType], path: String
  ) {
    let location = SourceLocation(path: path)
    let targets = type.relations.flatMap(\.targets) + type.fields.flatMap(\.kind.allReferenceTypes)
    for target in targets where types[target] == nil {
      diagnostics.append(.unknownType(target, known: types.keys.sorted(), at: location))
    }
    for key in type.facets + [type.sort.key] where type.table[key] == nil {
      diagnostics.append(.unknownKey(key, known: type.table.keys, at: location))
    }
    for field in type.fields
    where field.searchRole?.isFilter == true && !type.facets.contains(field.key) {
      diagnostics.append(.searchedFieldIsNoFacet(field.key, at: location))
    }
    if let rows = type.rows, type.folder == nil {
      diagnostics.append(.rowsWithoutFolder(type.id, at: rows.location))
    }
    let names =
      (type.activity?.keys ?? []) + (type.sequence?.keys ?? []) + (type.canvas?.keys ?? [])
    for key in names where type.table[key] == nil {
      diagnostics.append(.unknownKey(key, known: type.table.keys, at: location))
    }
    for (key, accepts) in type.calendar?.requirements ?? [] {
      guard let field = type.table[key] else {
        diagnostics.append(.unknownKey(key, known: type.table.keys, at: location))
        continue
      }
      if !accepts(field.kind) {
        diagnostics.append(.calendarFieldWithoutDay(key, at: location))
      }
    }
  }
}
