import SiteGraph
import SiteLoading
import Authoring
import ContentModel
import Theming

extension ViewContext {
  /// Returns the types with their fields: what every sheet may hold, then what each type adds, then
  /// the terms that fields may take.
  package func types(_ view: TypesView) -> TemplateValue {
    let guide = FieldHelp(format: format, vocabularies: commons.site.vocabularies)
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
    return names.compactMap { commons.site.vocabularies[$0] }.sorted { $0.id < $1.id }
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
