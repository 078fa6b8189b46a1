public import Diagnostics

extension Sheet {
  /// The works of others that it builds on, in their order.
  public var works: [CreditedWork] {
    type.workFields.flatMap { field -> [CreditedWork] in
      guard let work = field.roles.work else { return [] }
      return (value(of: field)?.elements ?? []).compactMap { element in
        guard case .object(let values) = element else { return nil }
        func text(_ member: String?) -> String? { member.flatMap { values[$0]?.string } }
        func place(_ member: String?) -> SourceLocation? {
          member.flatMap { values[$0]?.firstLocation }
        }
        return CreditedWork(
          title: text(work.title), author: text(work.author), source: text(work.source),
          licenceText: text(work.licence), changes: text(work.changes),
          picture: text(work.picture), location: place(work.licence) ?? element.firstLocation,
          pictureLocation: place(work.picture))
      }
    }
  }

  /// The sheet of another site that it is made from.
  public var origin: SheetOrigin? {
    for field in type.originFields {
      guard let members = field.roles.origin, case .object(let values) = value(of: field),
        let url = members.url.flatMap({ values[$0]?.string })
      else { continue }
      return SheetOrigin(
        url: url, version: members.version.flatMap { values[$0]?.string },
        digest: members.digest.flatMap { values[$0]?.string })
    }
    return nil
  }

  /// Its version, in the field that its type maps to that of schema.org.
  public var version: String? {
    type.fields.first { $0.schemaProperty == "version" }.flatMap { fields[$0.key]?.string }
  }

  /// Where it says which works it builds on.
  public var worksLocation: SourceLocation {
    let keys = type.workFields.flatMap { [$0.key] + $0.aliases }
    return location(of: keys.first { locations[$0] != nil } ?? "")
  }

  private func value(of field: FieldDefinition) -> FieldValue? {
    fields[field.key] ?? field.aliases.lazy.compactMap { self.fields[$0] }.first
  }
}
