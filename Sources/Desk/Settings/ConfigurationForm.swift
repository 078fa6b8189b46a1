import ContentModel
import Diagnostics
import Formats
import YAMLParsing

/// Makes the form of `archipel.yaml` from its table of keys.
struct ConfigurationForm {
  /// What the file holds.
  let values: YAMLMapping
  /// The languages of the site, its own first.
  let languages: [String]

  /// The form: the keys that have a place in one.
  var form: SettingsForm {
    let fields = ConfigurationKey.all.compactMap { key in
      key.place.map { (section: $0.section, field: field(of: key, $0)) }
    }
    return SettingsForm(
      kind: "configuration", label: "Le site",
      description: LocalizedText(
        fr: "Tout peut rester vide. Ce que vous enregistrez se voit sur toutes les pages.",
        en: "Everything may stay empty. What you save shows on every page."),
      fields: FormFields(fields.map(\.field.field)),
      sections: ConfigurationKey.Section.allCases.map { section in
        SettingsForm.Section(
          id: section.rawValue, heading: section.heading,
          fields: fields.filter { $0.section == section }.map(\.field))
      })
  }

  private func field(of key: ConfigurationKey, _ place: ConfigurationKey.Place) -> SettingsField {
    let written = key.names.first { values[$0] != nil }
    var field = field(
      key.name, place.label, help: key.help, key.value.shape, written.flatMap { values[$0] })
    field.otherNames = Array(key.names.dropFirst())
    return field
  }

  /// Describes a value.
  ///
  /// - Parameter node: What the file holds in its place.
  private func field(
    _ name: String, _ label: LocalizedText, help: LocalizedText?, _ shape: ConfigurationShape,
    _ node: YAMLNode?
  ) -> SettingsField {
    func field(_ control: String, _ limits: [JSONMember] = []) -> SettingsField {
      SettingsField(key: name, label: label, help: help, control: control, limits: limits)
    }
    switch shape {
    case .text, .theme: return field("line")
    case .licence:
      let usual = Licence.usual.map { (value: $0.id, label: $0.label) }
      return field("notation", [JSONMember("usual", .choices(usual))])
    case .matching(let pattern):
      return field(
        pattern.hasPrefix("^#") ? "hue" : pattern.hasPrefix("^https?://") ? "address" : "line")
    case .translated:
      return .translated(name, label, help: help, languages: languages, nodes: [node])
    case .flag: return field("yes-no", [JSONMember("otherwise", "non")])
    case .integer(let bounds):
      let limits = [("min", bounds.min), ("max", bounds.max)].compactMap { name, value in
        value.map { JSONMember(name, .integer($0)) }
      }
      return field("integer", limits)
    case .choice(let texts):
      return field("choice", [JSONMember("choices", .choices(texts.map { ($0, $0) }))])
    case .sheet: return field("reference", [JSONMember("folders", true)])
    case .picture: return field("picture")
    case .colour:
      var colour = field("colour")
      colour.parts = parts(ConfigurationShape.colourParts, in: [node])
      return colour
    case .list(let element):
      var list = self.field(name, label, help: help, element, nil)
      list.holdsList = true
      return list
    case .entries(let parts):
      var entries = field("parts", [JSONMember("add", "Ajouter une entrée")])
      entries.holdsList = true
      let rows: [YAMLNode] = node?.sequence.map { Array($0) } ?? []
      entries.parts = self.parts(parts, in: rows)
      return entries
    case .free: return field("source")
    case .keys(let parts):
      var keys = field("parts")
      keys.parts = self.parts(parts, in: [node])
      return keys
    }
  }

  /// Describes the values in others, each by the spelling that the file has for it.
  private func parts(
    _ parts: [ConfigurationShape.Part], in nodes: [YAMLNode?]
  ) -> [SettingsField] {
    let mappings = nodes.compactMap { $0?.mapping }
    return parts.filter(\.isInForms).compactMap { part in
      let written = part.names.first { name in mappings.contains { $0[name] != nil } }
      guard let name = written ?? part.names.first else { return nil }
      let inner = mappings.compactMap { $0[name] }
      let label = part.label ?? LocalizedText(verbatim: name)
      let help = part.help.map { LocalizedText(verbatim: $0) }
      if case .translated = part.shape {
        return .translated(name, label, help: help, languages: languages, nodes: inner)
      }
      return field(name, label, help: help, part.shape, inner.first)
    }
  }
}

extension SettingsField {
  /// A text in one language, or in each of several.
  ///
  /// - Parameter nodes: What the file holds in its place, once or in each row.
  static func translated(
    _ key: String, _ label: LocalizedText, help: LocalizedText? = nil, languages: [String],
    nodes: [YAMLNode?]
  ) -> SettingsField {
    var all = languages
    for mapping in nodes.compactMap({ $0?.mapping }) {
      for case let (.scalar(tag), _) in mapping where !all.contains(tag.string) {
        all.append(tag.string)
      }
    }
    let isTranslated = all.count > 1 || nodes.contains { $0?.mapping != nil }
    var field = SettingsField(
      key: key, label: label, help: help, control: isTranslated ? "translated" : "line")
    field.isText = true
    guard isTranslated else { return field }
    field.parts = all.map { tag in
      var part = SettingsField(key: tag, label: LocalizedText(verbatim: tag), control: "line")
      part.isText = true
      return part
    }
    return field
  }
}

extension ConfigurationKey.Section {
  /// What people see above the part.
  fileprivate var heading: LocalizedText {
    switch self {
    case .identity: LocalizedText(fr: "Le nom et l’adresse", en: "Name and address")
    case .menus: LocalizedText(fr: "Les menus", en: "Menus")
    case .look: LocalizedText(fr: "Les couleurs et les images", en: "Colours and pictures")
    case .rare: LocalizedText(fr: "Rarement utile", en: "Rarely needed")
    }
  }
}
