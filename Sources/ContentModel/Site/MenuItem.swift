public import Diagnostics

extension SiteConfiguration {
  /// An entry of a menu.
  public struct MenuItem: Sendable, Hashable {
    /// How many levels a menu shows: entries, and those of a group.
    package static let maxDepth = 2

    /// What readers see.
    public let label: Label
    /// Where it leads, as it is written: the id of a sheet or a folder, a path, an address; nil for a
    /// group that leads nowhere itself.
    public let target: String?
    /// The entries of a group.
    public let children: [MenuItem]
    /// Where the entry is written.
    public let location: SourceLocation

    package init(
      label: Label, target: String?, children: [MenuItem] = [], location: SourceLocation
    ) {
      self.label = label
      self.target = target
      self.children = children
      self.location = location
    }
  }
}

extension Sequence<SiteConfiguration.MenuItem> {
  /// The entries, each followed by those below it.
  public var flattened: [SiteConfiguration.MenuItem] {
    flatMap { [$0] + $0.children.flattened }
  }
}

extension ConfigurationValue {
  /// The entries of a menu.
  static func menu(_ member: Member<[SiteConfiguration.MenuItem]>) -> ConfigurationValue {
    let parts: [ConfigurationShape.Part] = [
      .init("label", shape: .translated, label: LocalizedText(fr: "Nom", en: "Name")),
      .init(
        "page", shape: .sheet,
        label: LocalizedText(fr: "Fiche ou dossier du site", en: "Sheet or folder of the site")),
      .init(
        "url", shape: .text,
        label: LocalizedText(
          fr: "Ou une adresse : du site, du web, de messagerie",
          en: "Or an address: of the site, of the web, of e-mail")),
    ]
    let group = ConfigurationShape.Part(
      "children", "entrees", shape: .entries(parts), help: "Les entrées d’un groupe.",
      isInForms: false)
    return ConfigurationValue(.entries(parts + [group])) { key, configuration, reader in
      let entries = reader.mappings(key.name, key.otherName)
      configuration[keyPath: member] += menu(entries, level: 1, &reader)
    }
  }

  /// Reads the entries of one level; those below the last that is shown are told, and shown there.
  private static func menu(
    _ entries: [MappingReader], level: Int, _ reader: inout MappingReader
  ) -> [SiteConfiguration.MenuItem] {
    var items: [SiteConfiguration.MenuItem] = []
    for var entry in entries {
      let label = entry.label("label")
      let target = entry.string("page", "url")
      let location = entry.location(ofKey: "page", "url")
      let below = entry.mappings("children", "entrees")
      let group = entry.location(ofKey: "children", "entrees")
      var children: [SiteConfiguration.MenuItem] = []
      if !below.isEmpty {
        if level == SiteConfiguration.MenuItem.maxDepth {
          reader.report(.menuTooDeep(limit: level, at: group))
        }
        children = menu(below, level: level + 1, &reader)
      }
      reader.take(&entry)
      guard let label, target != nil || !children.isEmpty else {
        // What is wrong below a group is told there.
        if label == nil || below.isEmpty { reader.report(.incompleteMenuItem(at: location)) }
        items += children
        continue
      }
      let isShown = level < SiteConfiguration.MenuItem.maxDepth
      items.append(
        SiteConfiguration.MenuItem(
          label: label, target: target, children: isShown ? children : [], location: location))
      if !isShown { items += children }
    }
    return items
  }
}
