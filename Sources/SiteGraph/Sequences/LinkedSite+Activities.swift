import ContentModel
import SiteLoading
package import Tools

/// What groups do: the sheets of the types that say how long it takes and with what.
extension LinkedSite {
  /// Returns the activity of a sheet; nil when its type has none.
  package func activity(of index: Int) -> Activity? {
    let sheet = sheets[index]
    guard let fields = sheet.type.activity else { return nil }
    let values = FieldValue.object(sheet.fields)
    guard let length = Self.range(fields.length, in: values) else { return nil }
    let minutes = fields.minutes.map { values.numbers(at: $0).reduce(0, +) } ?? 0
    return Activity(
      minutes: minutes > 0 ? Int(min(minutes, 1_440)) : length.lowerBound, length: length,
      people: Self.range(fields.people, in: values) ?? 1...Int(Int32.max),
      facilitators: fields.facilitators.flatMap { values.integer(at: $0) } ?? 1,
      formats: fields.format.map { sheet.terms(at: $0) } ?? [],
      materials: fields.materials.map { Self.materials(of: values, $0) } ?? [])
  }

  private static func range(_ paths: [String], in values: FieldValue) -> ClosedRange<Int>? {
    guard let low = paths.first.flatMap({ values.integer(at: $0) }),
      let high = paths.last.flatMap({ values.integer(at: $0) }), low <= high
    else { return nil }
    return low...high
  }

  private static func materials(
    of values: FieldValue, _ fields: ActivityFields.MaterialFields
  ) -> [Material] {
    values.values(at: fields.list.split(separator: ".")).flatMap(\.elements).compactMap { object in
      guard case .object(let members) = object, let name = members[fields.name]?.string else {
        return nil
      }
      let unit: Material.Unit =
        switch members[fields.unit]?.string {
        case fields.personTerm: .person
        case fields.groupTerm: .group
        default: .workshop
        }
      return Material(
        name, object.numbers(at: fields.quantity).first ?? 1, per: unit,
        isConsumed: object.flag(at: fields.consumed))
    }
  }
}
