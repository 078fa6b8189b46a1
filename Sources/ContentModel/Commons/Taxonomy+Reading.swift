public import Diagnostics
import TextEncoding

extension Taxonomy {
  /// Returns the taxonomies of a site: the tags, then those that it names; a name that cannot have pages
  /// is reported.
  public static func all(
    named names: [TaxonomyName], types: [String: ContentType],
    vocabularies: [String: Vocabulary], reporting diagnostics: inout [Diagnostic]
  ) -> [Taxonomy] {
    var all = [tags]
    let types = types.values.sorted { $0.id < $1.id }
    for name in names {
      guard
        let taxonomy = Taxonomy(name, types: types, vocabularies, reporting: &diagnostics)
      else { continue }
      if taxonomy.source == .tags {
        diagnostics.append(.taxonomyOfTags(name.text, at: name.location))
      } else if all.contains(where: { $0.source == taxonomy.source }) {
        diagnostics.append(.taxonomyGivenTwice(name.text, at: name.location))
      } else {
        all.append(taxonomy)
      }
    }
    return all
  }

  /// Looks a name up among the core keys, then the vocabularies, then the fields of types; a name that none
  /// of them has becomes a key of its own, whose values are words as tags are.
  private init?(
    _ name: TaxonomyName, types: [ContentType], _ vocabularies: [String: Vocabulary],
    reporting diagnostics: inout [Diagnostic]
  ) {
    let fields = types.compactMap { type in
      type.fields.first { $0.key == name.text || $0.aliases.contains(name.text) }
    }
    switch CoreKey.canonical(name.text) {
    case "tags": self = .tags
    case "authors":
      self.init(name: name.text, source: .authors, location: name.location)
    case _ where vocabularies[name.text] != nil:
      let vocabulary = vocabularies[name.text]
      self.init(
        name: name.text, source: .vocabulary(name.text), label: vocabulary?.label,
        description: vocabulary?.description, vocabulary: name.text, location: name.location)
    default:
      guard let first = fields.first ?? ContentType.page.field(name.text) else {
        self.init(undeclared: name)
        return
      }
      guard fields.contains(where: \.holdsWords) else {
        diagnostics.append(.taxonomyWithoutWords(name.text, at: name.location))
        return nil
      }
      let known = Set(fields.map(\.kind.vocabulary))
      let vocabulary = known.count == 1 ? known.first.flatMap(\.self) : nil
      self.init(
        name: name.text, source: .field(name.text), label: first.label,
        description: vocabulary.flatMap { vocabularies[$0]?.description },
        vocabulary: vocabulary, location: name.location)
    }
  }

  /// A key of front matter that no type declares.
  private init(undeclared name: TaxonomyName) {
    let words = name.text.replacing("-", with: " ").replacing("_", with: " ")
    let label = words.prefix(1).uppercased() + words.dropFirst()
    let field = FieldDefinition(name.text, label: Label(["fr": label]), .tags)
    self.init(
      name: name.text, source: .field(name.text), label: field.label, addedField: field,
      location: name.location)
  }
}

extension FieldDefinition {
  /// Whether sheets may share its values, and each can have a page.
  fileprivate var holdsWords: Bool {
    kind.vocabulary != nil || (kind.steps == nil && FieldUse.groups.accepts(self))
  }
}

extension Diagnostic {
  fileprivate static func taxonomyOfTags(
    _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.taxonomy-known", at: location,
      LocalizedText(
        fr: "« \(name) » : les étiquettes ont déjà leurs pages",
        en: "“\(name)”: tags have their pages already"),
      suggestion: LocalizedText(fr: "enlevez ce nom", en: "remove the name"))
  }

  fileprivate static func taxonomyGivenTwice(
    _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.taxonomy-known", at: location,
      LocalizedText(
        fr: "« \(name) » : ces pages sont déjà demandées",
        en: "“\(name)”: these pages are asked for already"),
      suggestion: LocalizedText(fr: "enlevez ce nom", en: "remove the name"))
  }

  fileprivate static func taxonomyWithoutWords(
    _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.taxonomy", at: location,
      LocalizedText(
        fr: "« \(name) » ne donne pas de mots que des fiches partagent",
        en: "“\(name)” gives no words that sheets share"),
      expected: LocalizedText(
        fr: "un vocabulaire, « auteurs », ou un champ de termes, d’étiquettes ou de texte",
        en: "a vocabulary, “authors”, or a field of terms, tags or text"))
  }
}
