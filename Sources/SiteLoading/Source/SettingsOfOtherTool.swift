import ContentModel
import Diagnostics

/// What the settings of another tool say of a folder that nobody has made a site of yet: its title, its
/// language, its menu, the order of its pages.
struct SettingsOfOtherTool {
  /// The files that tools keep them in, by the order in which they are looked for.
  static let names = [
    "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config.toml",
    "config.yaml", "config/_default/config.toml", "mkdocs.yml", "mkdocs.yaml", "book.toml",
    "_config.yml", "docs/_config.yml",
  ]

  /// The longest menu that is taken.
  private static let maxEntries = 50

  private let path: String
  private let keys: [String: DataValue]
  /// The language of the site, where they give it.
  let language: String?

  /// Reads settings; nil when they say nothing of the site.
  ///
  /// What is wrong with them is for their tool to tell.
  init?(path: String, text: String) {
    var ignored: [Diagnostic] = []
    guard case .object(let keys) = DataFile.load(path: path, text: text, reporting: &ignored)
    else { return nil }
    self.path = path
    self.keys = keys
    let theme = Self.object(keys["theme"]) ?? [:]
    let book = Self.object(keys["book"]) ?? [:]
    language =
      [
        keys["defaultContentLanguage"], keys["languageCode"], keys["default_language"],
        keys["lang"],
        keys["locale"], keys["language"], theme["language"], book["language"],
      ].lazy.compactMap(Self.text).compactMap(Self.tag).first
    var site = SiteConfiguration()
    configure(&site)
    if title == nil, language == nil, site.menu.isEmpty, site.pageOrderOfOtherTool.isEmpty {
      return nil
    }
  }

  /// Takes the title, the menu and the order of pages into the configuration of a site, whose language is
  /// known by now.
  func configure(_ configuration: inout SiteConfiguration) {
    if let title { configuration.title = title }
    let navigation = navigation(in: configuration.language)
    configuration.menu =
      mainMenu.map { entries($0, in: configuration.language) } ?? navigation.menu
    configuration.hasMenuOfOtherTool = true
    configuration.pageOrderOfOtherTool = navigation.pages
    configuration.pageLabelsOfOtherTool = navigation.labels
  }

  /// What is said in the language of the site alone, in Hugo.
  private var inLanguage: [String: DataValue] {
    language.flatMap { Self.object(Self.object(keys["languages"])?[$0]) } ?? [:]
  }

  private var title: String? {
    let book = Self.object(keys["book"]) ?? [:]
    return [inLanguage["title"], keys["title"], keys["site_name"], book["title"]]
      .lazy.compactMap(Self.text).first
  }

  private var mainMenu: DataValue? {
    [inLanguage["menus"], inLanguage["menu"], keys["menus"], keys["menu"]]
      .lazy.compactMap(Self.object).compactMap { $0["main"] }.first
  }

  private func navigation(in language: String) -> MkDocsNavigation {
    MkDocsNavigation(keys["nav"], language: language, path: path)
  }

  /// What is said of it: where the settings come from, and where to change them.
  ///
  /// It tells what is not taken of a menu, or of the words that pages are sorted by.
  var remark: Diagnostic {
    let navigation = navigation(in: SiteConfiguration().language)
    let isOrdered = !navigation.pages.isEmpty
    var french =
      Self.list(
        ["le titre", language.map { "la langue (« \($0) »)" }, "le menu"]
          + [isOrdered ? "l’ordre des pages" : nil], and: "et") + " en sont repris, rien d’autre"
    var english =
      Self.list(
        ["title", language.map { "language (“\($0)”)" }, "menu"]
          + [isOrdered ? "the order of pages" : nil], and: "and")
      + " are taken from them, nothing else"
    let left = navigation.leftOut
    if left > 0 {
      french +=
        " ; \(left) entrée\(left > 1 ? "s" : "") de « nav », sans nom ou au-delà du deuxième niveau, "
        + (left > 1 ? "ne sont pas dans le menu" : "n’est pas dans le menu")
      english +=
        "; \(left) \(left == 1 ? "entry" : "entries") of “nav”, without a name or below the second "
        + "level, \(left == 1 ? "is" : "are") not in the menu"
    }
    if !ownTaxonomies.isEmpty {
      let names = ownTaxonomies.map { "« \($0) »" }.joined(separator: ", ")
      french += " ; les pages de \(names) attendent « taxonomies: » dans « archipel.yaml »"
      english += "; pages of \(names) wait for “taxonomies:” in “archipel.yaml”"
    }
    return Diagnostic(
      .remark, id: "site.other-settings", at: SourceLocation(path: path),
      LocalizedText(
        fr: "réglages d’un autre outil : " + french, en: "settings of another tool: " + english),
      suggestion: LocalizedText(
        fr: "pour régler le site, écrivez « archipel.yaml »",
        en: "to set up the site, write “archipel.yaml”"))
  }

  private static func list(_ names: [String?], and last: String) -> String {
    let names = names.compactMap(\.self)
    return names.dropLast().joined(separator: ", ") + " \(last) " + (names.last ?? "")
  }

  /// The keys that Hugo makes pages of, beside tags and what it has by itself.
  private var ownTaxonomies: [String] {
    let values = Self.object(keys["taxonomies"])?.values.compactMap(Self.text) ?? []
    return Set(values).subtracting(["tags", "tag"]).sorted()
  }

  /// Returns the entries of a menu of Hugo, by their weight, each with those below it.
  private func entries(_ menu: DataValue, in language: String) -> [SiteConfiguration.MenuItem] {
    guard case .list(let values) = menu else { return [] }
    let all = values.lazy.compactMap(Self.object).prefix(Self.maxEntries)
    var below: [String: [[String: DataValue]]] = [:]
    for entry in all {
      if let parent = Self.text(entry["parent"]) { below[parent, default: []].append(entry) }
    }
    return sorted(
      all.filter { $0["parent"] == nil }.compactMap { entry in
        // Hugo knows an entry by its identifier, or else by its words.
        let name = Self.text(entry["identifier"]) ?? Self.label(of: entry)
        let children = (name.flatMap { below[$0] } ?? []).compactMap { item($0, [], in: language) }
        return item(entry, sorted(children), in: language)
      })
  }

  private typealias Entry = (weight: Int, item: SiteConfiguration.MenuItem)

  /// Returns entries by their weight; those of one weight stay in their order.
  private func sorted(_ entries: [Entry]) -> [SiteConfiguration.MenuItem] {
    entries.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }.map(\.element.item)
  }

  private func item(
    _ entry: [String: DataValue], _ children: [SiteConfiguration.MenuItem], in language: String
  ) -> Entry? {
    let target = Self.text(entry["pageRef"]) ?? Self.text(entry["url"])
    guard let label = Self.label(of: entry), target != nil || !children.isEmpty else { return nil }
    return (
      Self.text(entry["weight"]).flatMap { Int($0) } ?? .max,
      SiteConfiguration.MenuItem(
        label: Label([language: label]), target: target.map(Self.target),
        children: children, location: SourceLocation(path: path))
    )
  }

  private static func label(of entry: [String: DataValue]) -> String? {
    text(entry["name"]) ?? text(entry["title"])
  }

  /// Returns the id of a page from its address; another address as it is.
  static func target(_ address: String) -> String {
    if address.contains(where: { ":#?".contains($0) }) || address.hasPrefix("//") {
      return address
    }
    let path = address.split(separator: "/").joined(separator: "/")
    let id = SheetName(path: path).id
    if path.hasSuffix(".md") { return id.isEmpty ? "index" : id }
    return path.isEmpty ? "index" : path
  }

  private static func text(_ value: DataValue?) -> String? {
    guard case .text(let text) = value, !text.isEmpty, !text.contains("{{") else { return nil }
    return text
  }

  private static func object(_ value: DataValue?) -> [String: DataValue]? {
    guard case .object(let object) = value else { return nil }
    return object
  }

  /// Returns the language of « fr-FR » or « fr_FR.UTF-8 »; nil for no language.
  static func tag(_ written: String) -> String? {
    let tag = written.split { "-_.".contains($0) }.first.map { $0.lowercased() } ?? ""
    return LanguageTag.isKnown(tag) ? tag : nil
  }
}
