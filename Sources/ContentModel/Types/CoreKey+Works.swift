/// The core keys that say what a sheet is made from: works of others, and the sheet of another site.
extension CoreKey {
  static let works: [FieldDefinition] = [
    FieldDefinition(
      "credits", label: Label(["fr": "Crédits", "en": "Credits", "br": "Kredoù"]),
      help: Label([
        "fr": "Les œuvres reprises : titre, auteur, source, licence, modifications, image.",
        "en": "The works that are reused: title, author, source, licence, changes, image.",
      ]),
      FieldKind(ObjectKind(table: FieldTable(work), shorthand: "titre")), isList: true,
      schemaProperty: "citation", isShownOnSheets: false, roles: workRoles),
    FieldDefinition(
      "derived_from", aliases: ["derive_de"],
      label: Label(["fr": "Dérivée de", "en": "Derived from"]),
      help: Label([
        "fr": "La fiche d’un autre site dont celle-ci est faite : url, version, empreinte.",
        "en": "The sheet of another site that this one is made from: url, version, digest.",
      ]),
      FieldKind(ObjectKind(table: FieldTable(origin), shorthand: "url")),
      schemaProperty: "isBasedOn", isShownOnSheets: false, roles: originRoles),
  ]

  private static let work = [
    member("titre", "title", "Titre", "Title", "name"),
    member("auteur", "author", "Auteur", "Author", "author"),
    member("source", nil, "Source", "Source", nil),
    FieldDefinition(
      "licence", aliases: ["license"], label: Label(["fr": "Licence", "en": "Licence"]), .licence,
      schemaProperty: "license"),
    member("modifications", "changes", "Modifications", "Changes", nil),
    FieldDefinition("image", label: Label(["fr": "Image", "en": "Image"]), .image),
  ]

  private static let origin = [
    FieldDefinition(
      "url", aliases: ["adresse"], label: Label(["fr": "Adresse", "en": "Address"]),
      FieldKind(WebAddressKind()), isRequired: true, schemaProperty: "url"),
    member("version", nil, "Version", "Version", "version"),
    member("empreinte", "digest", "Empreinte", "Digest", nil),
  ]

  private static var workRoles: FieldRoles {
    var roles = FieldRoles()
    roles.work = WorkFields(
      title: "titre", author: "auteur", source: "source", licence: "licence",
      changes: "modifications", picture: "image")
    return roles
  }

  private static var originRoles: FieldRoles {
    var roles = FieldRoles()
    roles.origin = OriginFields(url: "url", version: "version", digest: "empreinte")
    return roles
  }

  private static func member(
    _ key: String, _ alias: String?, _ french: String, _ english: String, _ property: String?
  ) -> FieldDefinition {
    FieldDefinition(
      key, aliases: [alias].compactMap(\.self), label: Label(["fr": french, "en": english]), text,
      schemaProperty: property)
  }
}
