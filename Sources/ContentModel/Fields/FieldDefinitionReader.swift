import Diagnostics
import YAMLParsing

/// Reads the declaration of a field in a type.
struct FieldDefinitionReader {
  let vocabularies: [String: Vocabulary]
  /// The vocabularies that cannot be read, which is reported already.
  let damaged: Set<String>

  /// Reads a field by its key and the mapping that declares it.
  func read(
    _ key: String, _ reader: inout MappingReader, reporting diagnostics: inout [Diagnostic]
  ) -> FieldDefinition? {
    defer { reader.finish(into: &diagnostics) }
    var declaration = FieldDeclaration(key, reader, of: self)
    let declared = FieldKind.declared(by: &declaration)
    reader = declaration.keys
    diagnostics += declaration.diagnostics
    guard let kind = declared else { return nil }
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
      defaultValue: defaultValue, schema: SchemaMapping(&reader),
      isShownInLists: reader.boolean("inclus_dans_liste"),
      isShownOnSheets: reader.boolean("inclus_dans_fiche", default: true),
      searchRole: searchRole(of: kind, &reader), appearance: FieldAppearance(&reader),
      roles: FieldRoles(of: kind, isList: isList, &reader))
  }

  /// Reads what the search makes of a field; a role that its kind cannot have is reported.
  private func searchRole(of kind: FieldKind, _ reader: inout MappingReader) -> SearchRole? {
    guard let name = reader.string("recherche") else { return nil }
    let location = reader.location(ofKey: "recherche")
    guard let role = SearchRole(rawValue: name) else {
      let known = SearchRole.allCases.map(\.rawValue)
      reader.report(.unknownSearchRole(name, known: known, at: location))
      return nil
    }
    guard role.accepts(kind) else {
      reader.report(.searchRoleOfAnotherKind(role, at: location))
      return nil
    }
    return role
  }
}
