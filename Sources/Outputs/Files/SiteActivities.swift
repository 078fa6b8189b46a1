import ContentModel
import SiteLoading
import Formats
import SiteGraph
import Tools

/// Makes the script that gives pages the data of what groups do: a script, as pages opened from a disk
/// may load no data in another way.
struct SiteActivities {
  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// Returns the script.
  package func encoded() -> [UInt8] {
    let commons = context.commons
    var activities: [JSONValue] = []
    var criteria: [JSONMember] = []
    var drawn: [JSONMember] = []
    for (index, sheet) in commons.sheets.enumerated()
    where sheet.original == nil && !sheet.isUnlisted {
      guard let fields = sheet.type.activity, let activity = commons.activity(of: index) else {
        continue
      }
      for key in fields.criteria where !criteria.contains(where: { $0.key == key }) {
        guard let description = description(ofField: key, of: sheet.type) else { continue }
        criteria.append(JSONMember(key, description))
      }
      for (name, key) in [("phase", fields.phase), ("energie", fields.energy)] {
        guard let key, !drawn.contains(where: { $0.key == name }),
          let description = description(ofField: key, of: sheet.type)
        else { continue }
        drawn.append(JSONMember(name, description))
      }
      activities.append(.object(members(of: index, activity, fields)))
    }
    let data = JSONValue.object([
      JSONMember("criteres", .object(criteria)), JSONMember("dessin", .object(drawn)),
      JSONMember("activites", .array(activities)),
    ])
    return Array("window.ArchipelActivites=".utf8) + data.encoded() + Array(";\n".utf8)
  }

  private func members(
    of index: Int, _ activity: Activity, _ fields: ActivityFields
  ) -> [JSONMember] {
    let commons = context.commons
    let sheet = commons.sheets[index]
    func range(_ range: ClosedRange<Int>) -> JSONValue {
      .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
    func first(_ key: String?) -> JSONValue {
      .string(key.flatMap { sheet.terms(at: $0).first } ?? "")
    }
    let terms = fields.criteria.map { key in
      JSONMember(key, .strings(sheet.terms(at: key)))
    }
    return [
      JSONMember("id", .string(sheet.id)), JSONMember("titre", .string(context.titles[index])),
      JSONMember("url", .string(commons.addresses[index])),
      JSONMember("resume", .string(context.sheets[index].summary)),
      JSONMember("minutes", .integer(activity.minutes)),
      JSONMember("duree", range(activity.length)), JSONMember("personnes", range(activity.people)),
      JSONMember("animation", .integer(activity.facilitators)),
      JSONMember("formats", .strings(activity.formats)),
      JSONMember("phase", first(fields.phase)), JSONMember("energie", first(fields.energy)),
      JSONMember("criteres", .object(terms)),
      JSONMember("materiel", .array(activity.materials.map(Self.json))),
    ]
  }

  private static func json(_ material: Material) -> JSONValue {
    .array([
      .string(material.name), .number(material.quantity), .string(material.unit.rawValue),
      .bool(material.isConsumed),
    ])
  }

  /// Returns the name of a field and its values with their names; nil when the type lacks the field.
  private func description(ofField key: String, of type: ContentType) -> JSONValue? {
    guard let field = type.fields.first(where: { $0.key == key }) else { return nil }
    let language = context.commons.declared.configuration.language
    let values = context.commons.choices(of: field).map {
      JSONMember($0.id, .string($0.label?.text(in: language) ?? $0.id))
    }
    return .object([
      JSONMember("nom", .string(field.label.text(in: language))),
      JSONMember("valeurs", .object(values)),
    ])
  }
}
