import Diagnostics
import YAMLParsing

/// Reads the declaration of a field in a type.
struct FieldDefinitionReader {
  /// The names of the kinds of fields, as `type:` takes them.
  static let kindNames = [
    "texte", "markdown", "entier", "nombre", "booleen", "date", "date_heure",
    "recurrence", "duree", "intervalle", "echelle", "terme", "etiquettes", "url", "image",
    "fichier", "reference",
    "licence", "langue", "objet",
  ]

  let vocabularies: [String: Vocabulary]
  /// The vocabularies that cannot be read, which is reported already.
  let damaged: Set<String>

  /// Reads a field by its key and the mapping that declares it.
  func read(
    _ key: String, _ reader: inout MappingReader, reporting diagnostics: inout [Diagnostic]
  ) -> FieldDefinition? {
    defer { reader.finish(into: &diagnostics) }
    guard let kind = kind(of: key, &reader, reporting: &diagnostics) else { return nil }
    let label = reader.label("libelle") ?? Label(["fr": key])
    let isList = reader.boolean("plusieurs")
    let plain = FieldDefinition(key, label: label, kind, isList: isList)
    var defaultValue: FieldValue?
    if let node = reader.node("defaut") {
      var values = FieldReader(reader.yaml, vocabularies: vocabularies)
      defaultValue = values.value(of: node, plain)
      diagnostics += values.diagnostics
    }
    let (least, most) = (reader.integer("min_elements"), reader.integer("max_elements"))
    if let least, let most, least > most {
      reader.report(
        .reversedLimits("min_elements", "max_elements", at: reader.location(ofKey: "max_elements")))
    }
    return FieldDefinition(
      key, label: label, help: reader.label("aide"), kind, isRequired: reader.boolean("requis"),
      isList: isList,
      elementCount: Bounds(min: least, max: most),
      defaultValue: defaultValue, schemaProperty: reader.string("schema_org"),
      isShownInLists: reader.boolean("inclus_dans_liste"),
      isShownOnSheets: reader.boolean("inclus_dans_fiche", default: true))
  }

  private func kind(
    of key: String, _ reader: inout MappingReader, reporting diagnostics: inout [Diagnostic]
  ) -> FieldKind? {
    let name = reader.string("type") ?? "texte"
    switch name {
    case "texte": return .text(length: integers(&reader), pattern: pattern(&reader))
    case "markdown": return .markdown(length: integers(&reader))
    case "entier": return .integer(integers(&reader))
    case "nombre": return .number(numbers(&reader))
    case "intervalle": return .range(numbers(&reader))
    case "booleen": return .boolean
    case "date":
      return .date(limits(&reader) { CalendarDate(iso: $0) })
    case "date_heure": return .dateTime
    case "recurrence": return .recurrence
    case "duree":
      return .duration(limits(&reader) { (try? TimeSpan(parsing: $0))?.low })
    case "echelle": return scale(key, &reader)
    case "terme": return term(key, &reader)
    case "etiquettes": return .tags
    case "url": return .url
    case "image": return .image
    case "fichier": return .file
    case "reference": return .reference(types: reader.strings("vers"))
    case "licence": return .licence
    case "langue": return .language
    case "objet": return object(&reader, reporting: &diagnostics)
    default:
      reader.report(
        .unknownFieldKind(name, known: Self.kindNames, at: reader.location(ofKey: "type")))
      return nil
    }
  }

  private func object(
    _ reader: inout MappingReader, reporting diagnostics: inout [Diagnostic]
  ) -> FieldKind {
    var fields: [FieldDefinition] = []
    for entry in reader.entries("champs") {
      guard var nested = reader.reader(of: entry.2) else { continue }
      if let field = read(entry.key, &nested, reporting: &diagnostics) { fields.append(field) }
    }
    return .object(fields)
  }

  private func scale(_ key: String, _ reader: inout MappingReader) -> FieldKind? {
    let lowest = reader.integer("min") ?? 1
    let labels = reader.labels("libelles")
    guard let highest = reader.integer("max"), highest > lowest,
      case (let steps, false) = highest.subtractingReportingOverflow(lowest), steps < 100
    else {
      reader.report(.scaleWithoutEnd(key, at: reader.location(ofKey: "max")))
      return nil
    }
    return .scale(lowest: lowest, highest: highest, labels: labels)
  }

  private func term(_ key: String, _ reader: inout MappingReader) -> FieldKind? {
    guard let name = reader.string("vocabulaire") else {
      reader.report(.termWithoutVocabulary(key, at: reader.location(ofKey: "type")))
      return nil
    }
    if vocabularies[name] == nil, !damaged.contains(name) {
      reader.report(
        .unknownVocabulary(
          name, known: vocabularies.keys.sorted(), at: reader.location(ofKey: "vocabulaire")))
    }
    return .term(vocabulary: name)
  }

  private func pattern(_ reader: inout MappingReader) -> String? {
    guard let pattern = reader.string("motif") else { return nil }
    guard (try? Regex(pattern)) != nil else {
      reader.report(.unreadablePattern(pattern, at: reader.location(ofKey: "motif")))
      return nil
    }
    return pattern
  }

  private func integers(_ reader: inout MappingReader) -> Bounds<Int> {
    limits(&reader) { NumberText.integer($0) }
  }

  private func numbers(_ reader: inout MappingReader) -> Bounds<Double> {
    limits(&reader) { NumberText.number($0) }
  }

  private func limits<Value>(
    _ reader: inout MappingReader, _ parse: (String) -> Value?
  ) -> Bounds<Value> {
    func limit(_ key: String) -> Value? {
      guard let text = reader.string(key) else { return nil }
      if let value = parse(text) { return value }
      reader.report(.unreadableLimit(text, at: reader.location(ofKey: key)))
      return nil
    }
    let (least, most) = (limit("min"), limit("max"))
    if let least, let most, least > most {
      reader.report(.reversedLimits("min", "max", at: reader.location(ofKey: "max")))
    }
    return Bounds(min: least, max: most)
  }
}
