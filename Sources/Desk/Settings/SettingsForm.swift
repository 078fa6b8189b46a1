import Diagnostics
import Formats

/// The form of a file that declares the site.
struct SettingsForm: Sendable {
  /// A part of the form.
  struct Section: Sendable {
    let id: String
    let heading: LocalizedText
    let fields: [SettingsField]
  }

  /// What the page of the desk calls its kind: `configuration`, `vocabulary`.
  let kind: String
  let label: String
  let description: LocalizedText
  /// The fields, in the order in which a new line takes its place.
  let fields: FormFields
  let sections: [Section]

  /// The form as data, in the shape of those of sheets.
  func document(in language: MessageLanguage) -> JSONValue {
    [
      "type": .string(kind), "label": .string(label),
      "description": .string(description.text(in: language)),
      "sections": .array(
        sections.map { section in
          [
            "id": .string(section.id), "heading": .string(section.heading.text(in: language)),
            "fields": .array(section.fields.map { $0.document(in: language) }),
          ]
        }),
    ]
  }
}
