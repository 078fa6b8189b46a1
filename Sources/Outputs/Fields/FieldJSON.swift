import ContentModel
import Formats
import SiteGraph

/// The values of a sheet as data for programs.
struct FieldJSON {
  package let commons: SiteView

  /// Returns the fields and relations of a sheet, in the order of its type.
  package func members(of index: Int) -> [JSONMember] {
    let sheet = commons.sheets[index]
    let fields = sheet.type.fields.compactMap { field in
      sheet.fields[field.key].map { JSONMember(field.key, json(field.kind.json($0))) }
    }
    let original = commons.translations.original(of: index)
    let relations = commons.relations(of: original).map { group in
      JSONMember(group.name, .strings(group.targets.map { commons.sheets[$0].id }))
    }
    return fields + relations
  }

  /// Returns what a sheet says of the works that it draws on.
  package func credits(of sheet: Sheet) -> [Credit] {
    sheet.works.map { work in
      Credit(
        title: work.title, author: work.author, source: work.source, licence: work.licenceText,
        changes: work.changes, picture: work.picture)
    }
  }

  /// Returns a value as JSON.
  func json(_ shape: JSONShape) -> JSONValue {
    switch shape {
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let flag): .bool(flag)
    case .string(let text): .string(text)
    case .reference(let written, let location):
      .string(commons.target(of: location).map { commons.sheets[$0].id } ?? written)
    case .object(let members): .object(members.map { JSONMember($0.key, json($0.value)) })
    case .list(let elements): .array(elements.map(json))
    }
  }
}
