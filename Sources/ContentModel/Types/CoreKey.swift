/// The keys that every sheet may hold, whatever its type, each in English and in French.
public enum CoreKey {
  /// The name by which the rest of the program knows each key: the first of its spellings.
  static let all: [FieldDefinition] = [
    definition("title", ["titre"], .text(length: Bounds(), pattern: nil), "Titre", "Title"),
    definition(
      "summary", ["description", "resume"], .text(length: Bounds(), pattern: nil), "Résumé",
      "Summary"),
    definition("date", [], .date(Bounds()), "Date", "Date"),
    definition("updated", ["mis_a_jour"], .date(Bounds()), "Mise à jour", "Updated"),
    definition("tags", ["etiquettes"], .tags, "Étiquettes", "Tags"),
    definition("draft", ["brouillon"], .boolean, "Brouillon", "Draft"),
    definition(
      "authors", ["auteurs"], .text(length: Bounds(), pattern: nil), "Auteurs", "Authors",
      isList: true),
    definition("licence", ["license"], .licence, "Licence", "Licence"),
    definition("lang", ["langue"], .language, "Langue", "Language"),
    definition("slug", [], .text(length: Bounds(), pattern: nil), "Adresse", "Slug"),
    definition(
      "aliases", ["alias"], .text(length: Bounds(), pattern: nil), "Anciennes adresses",
      "Aliases", isList: true),
    definition("image", [], .image, "Image", "Image"),
    definition(
      "image_alt", ["image_texte"], .text(length: Bounds(), pattern: nil),
      "Texte de remplacement de l’image", "Text alternative of the image"),
    definition("weight", ["poids"], .integer(Bounds()), "Poids", "Weight"),
    definition("to_review", ["a_relire"], .boolean, "À relire", "To review"),
    definition("type", [], .text(length: Bounds(), pattern: nil), "Type", "Type"),
    definition("view", ["vue"], .view, "Vue", "View"),
    definition("glossary", ["glossaire"], .boolean, "Liens au glossaire", "Glossary links"),
  ]

  /// Returns the core keys but for the spellings that a type has taken for fields of its own.
  static func definitions(besides fields: [FieldDefinition]) -> [FieldDefinition] {
    let taken = Set(fields.map(\.key))
    return all.compactMap { core in
      let names = ([core.key] + core.aliases).filter { !taken.contains($0) || core.key == "title" }
      guard !names.isEmpty else { return nil }
      return FieldDefinition(
        core.key, aliases: names, label: core.label, core.kind, isList: core.isList)
    }
  }

  /// Returns the first spelling of the key that a field goes by: `title` for `titre`.
  public static func canonical(_ key: String) -> String {
    all.first { $0.key == key || $0.aliases.contains(key) }?.key ?? key
  }

  /// Returns every name of a key: its spellings when it is a core key, or else itself alone.
  static func spellings(of key: String) -> [String] {
    all.first { $0.key == key }.map { [$0.key] + $0.aliases } ?? [key]
  }

  /// Returns the value of a core key, whichever of its spellings a type has taken for itself.
  static func value(of key: String, in values: [String: FieldValue]) -> FieldValue? {
    if let value = values[key] { return value }
    guard let core = all.first(where: { $0.key == key }) else { return nil }
    return core.aliases.lazy.compactMap { values[$0] }.first
  }

  private static func definition(
    _ key: String, _ aliases: [String], _ kind: FieldKind, _ french: String, _ english: String,
    isList: Bool = false
  ) -> FieldDefinition {
    FieldDefinition(
      key, aliases: aliases, label: Label(["fr": french, "en": english]), kind, isList: isList)
  }
}
