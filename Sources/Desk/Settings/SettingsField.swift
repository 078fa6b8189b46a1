import Diagnostics
import Formats

/// A field of the form of a file that declares the site.
struct SettingsField: Sendable {
  let key: String
  var otherNames: [String] = []
  let label: LocalizedText
  var help: LocalizedText?
  /// The name by which the page of the desk knows how a value is taken.
  let control: String
  var holdsList = false
  var isText = false
  var isRequired = false
  /// The fields of an object, or one a language of a text.
  var parts: [SettingsField] = []
  /// What else the control is told: bounds, choices.
  var limits: [JSONMember] = []

  /// What the desk reads back.
  var field: FormField {
    FormField(
      key, also: otherNames, holdsList: holdsList, isText: isText, parts: parts.map(\.field))
  }

  /// The field as data, in the shape of those of sheets.
  func document(in language: MessageLanguage) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("key", .string(key)), JSONMember("written", .string(key)),
      JSONMember("label", .string(label.text(in: language))),
      JSONMember("control", .string(control)), JSONMember("kind", ""),
      JSONMember("list", .bool(holdsList)), JSONMember("required", .bool(isRequired)),
    ]
    if let help { members.append(JSONMember("help", .string(help.text(in: language)))) }
    if !parts.isEmpty {
      members.append(JSONMember("fields", .array(parts.map { $0.document(in: language) })))
    }
    return .object(members + limits)
  }
}
