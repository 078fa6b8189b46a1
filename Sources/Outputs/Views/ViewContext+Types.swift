import SiteGraph
import SiteLoading
import Authoring
import ContentModel
import Theming

extension ViewContext {
  /// Returns the types with their fields: what every sheet may hold, then what each type adds, then
  /// the terms that fields may take.
  package func types(_ view: TypesView) -> TemplateValue {
    let guide = FieldHelp(format: format, vocabularies: commons.vocabularies)
    let shared = Self.shared(by: view.types)
    return .object([
      "common": .list(guide.rows(of: ContentType.page.allFields) + guide.rows(of: shared)),
      "items": .list(view.types.map { type($0, besides: shared, guide) }),
      "vocabularies": .list(vocabularies(of: view.types).map(vocabulary)),
    ])
  }

  /// The fields that most types have, such as those of a set that they include: told once.
  private static func shared(by types: [ContentType]) -> [FieldDefinition] {
    var counts: [FieldDefinition: Int] = [:]
    for field in types.flatMap(\.fields) { counts[field, default: 0] += 1 }
    var shared: [FieldDefinition] = []
    for field in types.flatMap(\.fields)
    where counts.removeValue(forKey: field) ?? 0 > max(1, types.count / 2) {
      shared.append(field)
    }
    return shared
  }

  private func type(
    _ type: ContentType, besides shared: [FieldDefinition], _ guide: FieldHelp
  ) -> TemplateValue {
    let own = type.fields.filter { !shared.contains($0) }
    let lacking = shared.filter { !type.fields.contains($0) }.map(\.key)
    return .object([
      "id": .text(type.id), "label": format.labelValue(type.label),
      "description": type.description.map(format.labelValue) ?? .none,
      "folder": .optional(type.folder),
      "lacking": lacking.isEmpty ? .none : .text(lacking.joined(separator: ", ")),
      "fields": .list(
        guide.rows(of: own) + type.relations.map { guide.row(of: $0.field, inverse: $0.inverse) }),
    ])
  }

  /// The vocabularies that the fields of some types take terms of, by their names.
  private func vocabularies(of types: [ContentType]) -> [Vocabulary] {
    let names = Set(types.flatMap { $0.fields.flatMap(\.kind.vocabularies) })
    return names.compactMap { commons.vocabularies[$0] }.sorted { $0.id < $1.id }
  }

  private func vocabulary(_ vocabulary: Vocabulary) -> TemplateValue {
    .object([
      "id": .text(vocabulary.id), "label": format.labelValue(vocabulary.label),
      "terms": .list(
        vocabulary.terms.map { term in
          .object([
            "id": .text(term.id), "label": format.labelValue(term.label),
            "definition": term.definition.map(format.labelValue) ?? .none,
          ])
        }),
    ])
  }
}

/// The names that the types of sheets hold.
extension TemplateNames {
  static let types = TemplateNames(
    "types of sheets",
    [
      Entry("common", .list(guide), "the fields of every sheet, then those of most types"),
      Entry(
        "items",
        .list(
          TemplateNames(
            "a type",
            [
              Entry("id", .text, "its name in front matter"),
              Entry("label", .text, "its name for readers"),
              Entry("description", .text, "what its sheets are for"),
              Entry("folder", .text, "the folder of its sheets"),
              Entry("lacking", .text, "the fields of most types that it does not have"),
              Entry("fields", .list(guide), "the fields that it adds, relations last"),
            ])), "the types"),
      Entry(
        "vocabularies",
        .list(
          vocabulary.adding(
            "a vocabulary and its terms",
            [
              Entry(
                "terms",
                .list(
                  TemplateNames(
                    "a term to write",
                    [
                      Entry("id", .text, "what front matter says"),
                      Entry("label", .text, "what readers see"),
                      Entry("definition", .text, "what it means"),
                    ])), "its terms")
            ])), "the vocabularies that fields take terms of"),
    ])

  private static let vocabulary = TemplateNames(
    "a vocabulary",
    [Entry("id", .text, "its name"), Entry("label", .text, "its name for readers")])

  private static let guide = TemplateNames(
    "a field to fill in",
    [
      Entry("key", .text, "its key"), Entry("others", .text, "the other spellings of its key"),
      Entry("label", .text, "its name for readers"),
      Entry("inside", .text, "the keys of the objects that it is in"),
      Entry("depth", .number, "how many objects it is in"),
      Entry("required", .flag, "whether every sheet must have it"),
      Entry("help", .text, "what writers are told"),
      Entry("kind", .text, "what it may hold, in words"),
      Entry("values", .text, "the steps of its scale, or the types that it may name"),
      Entry("vocabulary", .object(vocabulary), "the vocabulary of its terms"),
      Entry("otherwise", .text, "the value of a sheet that gives none"),
      Entry("inverse", .text, "the name under which the other sheet shows this one"),
      Entry("example", .text, "a line of front matter"),
    ])
}
