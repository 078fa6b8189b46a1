import ContentModel
import Diagnostics
import Formats
import YAMLParsing

/// Makes the form of a vocabulary: its name, and its terms as rows.
struct VocabularyForm {
  typealias Key = Vocabulary.Key

  /// What the file holds.
  let values: YAMLMapping
  /// The name of the file, without its extension.
  let id: String
  /// The languages of the site, its own first.
  let languages: [String]

  var form: SettingsForm {
    let rows: [YAMLNode] = values[Key.terms.rawValue]?.sequence.map { Array($0) } ?? []
    func inRows(_ key: Key) -> [YAMLNode?] { rows.map { $0.mapping?[key.rawValue] } }
    var label = SettingsField.translated(
      Key.label.rawValue, LocalizedText(fr: "Nom", en: "Name"), languages: languages,
      nodes: inRows(.label))
    label.isRequired = true
    let definition = SettingsField.translated(
      Key.definition.rawValue, LocalizedText(fr: "Ce que le terme veut dire", en: "Its meaning"),
      languages: languages, nodes: inRows(.definition))
    let synonyms = SettingsField(
      key: Key.synonyms.rawValue, label: LocalizedText(fr: "Autres mots", en: "Other words"),
      help: LocalizedText(
        fr: "Ceux que l’on cherche ou que l’on écrit pour ce terme.",
        en: "Those that people search for, or write, for this term."),
      control: "tag", holdsList: true, limits: [JSONMember("free", true)])
    let page = SettingsField(
      key: Key.page.rawValue,
      label: LocalizedText(fr: "La fiche qui le présente", en: "The sheet that presents it"),
      control: "reference")
    let terms = SettingsField(
      key: Key.terms.rawValue, label: LocalizedText(fr: "Termes", en: "Terms"),
      help: LocalizedText(
        fr:
          "Un terme renommé garde son ancien nom parmi ses autres mots, et les fiches qui le portent.",
        en: "A term with a new name keeps the old one among its other words, and its sheets."),
      control: "parts", holdsList: true, isRequired: true,
      parts: [label, definition, synonyms, page],
      limits: [JSONMember("add", "Ajouter un terme"), JSONMember("folded", true)])
    let name = SettingsField.translated(
      Key.label.rawValue, LocalizedText(fr: "Nom de la liste", en: "Name of the list"),
      languages: languages, nodes: [values[Key.label.rawValue]])
    let order = SettingsField(
      key: Key.isOrdered.rawValue,
      label: LocalizedText(fr: "Garder l’ordre de cette page", en: "Keep the order of this page"),
      help: LocalizedText(
        fr: "Sans cela, les termes sont montrés par ordre alphabétique.",
        en: "Without it, terms are shown in alphabetical order."),
      control: "yes-no", limits: [JSONMember("otherwise", "non")])
    return SettingsForm(
      kind: "vocabulary", label: title,
      description: LocalizedText(
        fr: "Une liste de termes à cocher dans les fiches, et à filtrer sur le site.",
        en: "A list of terms to tick in sheets, and to filter by on the site."),
      fields: FormFields([name, order, terms].map(\.field)),
      sections: [
        SettingsForm.Section(
          id: "list", heading: LocalizedText(fr: "La liste", en: "The list"), fields: [name, order]),
        SettingsForm.Section(
          id: "terms", heading: LocalizedText(fr: "Les termes", en: "The terms"), fields: [terms]),
      ])
  }

  /// The name of the list, in the language of the site.
  private var title: String {
    switch values[Key.label.rawValue] {
    case .scalar(let scalar)?: scalar.string
    case .mapping(let texts)?:
      languages.lazy.compactMap { texts[$0]?.scalar?.string }.first ?? id
    case .sequence?, nil: id
    }
  }
}
