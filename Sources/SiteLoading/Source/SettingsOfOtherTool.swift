import ContentModel
import Diagnostics

/// What the settings of another tool say of a folder that nobody has made a site of yet: its title, its
/// language, its menu.
struct SettingsOfOtherTool {
  /// The files that tools keep them in, by the order in which they are looked for.
  static let names = [
    "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config.toml",
    "config.yaml", "config/_default/config.toml", "mkdocs.yml", "mkdocs.yaml", "book.toml",
    "_config.yml",
  ]

  /// The longest menu that is taken.
  private static let maxEntries = 50

  private let path: String
  private let keys: [String: DataValue]
  /// The language of the site, where they give it.
  let language: String?

  /// Reads settings; nil when they hold none.
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
  }

  /// The configuration of the site; nil when the settings say nothing of it.
  var configuration: SiteConfiguration? {
    var configuration = SiteConfiguration()
    let inLanguage = language.flatMap { Self.object(Self.object(keys["languages"])?[$0]) } ?? [:]
    let book = Self.object(keys["book"]) ?? [:]
    let title = [inLanguage["title"], keys["title"], keys["site_name"], book["title"]]
      .lazy.compactMap(Self.text).first
    if let title { configuration.title = title }
    if let language { configuration.language = language }
    let menus = [inLanguage["menus"], inLanguage["menu"], keys["menus"], keys["menu"]]
    configuration.menu =
      menus.lazy.compactMap(Self.object).compactMap { $0["main"] }.first.map(entries) ?? []
    return title == nil && language == nil && configuration.menu.isEmpty ? nil : configuration
  }

  /// What is said of it: where the settings come from, and where to change them.
  var remark: Diagnostic {
    Diagnostic(
      .remark, id: "site.other-settings", at: SourceLocation(path: path),
      LocalizedText(
        fr:
          "réglages d’un autre outil : le titre, la langue et le menu en sont repris, rien d’autre",
        en: "settings of another tool: title, language and menu are taken from them, nothing else"),
      suggestion: LocalizedText(
        fr: "pour régler le site, écrivez « archipel.yaml »",
        en: "to set up the site, write “archipel.yaml”"))
  }

  /// Returns the entries of a menu of Hugo, by their weight; those below others are left out.
  private func entries(_ menu: DataValue) -> [SiteConfiguration.MenuItem] {
    guard case .list(let values) = menu else { return [] }
    var entries: [(weight: Int, item: SiteConfiguration.MenuItem)] = []
    for entry in values.lazy.compactMap(Self.object) where entry["parent"] == nil {
      let label = Self.text(entry["name"]) ?? Self.text(entry["title"])
      let target = Self.text(entry["pageRef"]) ?? Self.text(entry["url"])
      guard let label, let target = target.map(Self.target) else { continue }
      let weight = Self.text(entry["weight"]).flatMap { Int($0) } ?? .max
      entries.append(
        (
          weight,
          SiteConfiguration.MenuItem(
            label: Label([configurationLanguage: label]), target: target,
            location: SourceLocation(path: path))
        ))
    }
    // Entries of one weight stay in their order.
    return entries.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }.prefix(Self.maxEntries).map(\.element.item)
  }

  private var configurationLanguage: String { language ?? SiteConfiguration().language }

  /// Returns the id of a page from its address, or its address on the web.
  private static func target(_ address: String) -> String {
    if address.contains("://") { return address }
    let path = address.split(separator: "/").joined(separator: "/")
    let id = SheetName(path: path).id
    return path.hasSuffix(".md") ? id : path.isEmpty ? "index" : path
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
  private static func tag(_ written: String) -> String? {
    let tag = written.split { "-_.".contains($0) }.first.map { $0.lowercased() } ?? ""
    return LanguageTag.isKnown(tag) ? tag : nil
  }
}

extension SiteConfiguration {
  /// Returns the configuration without the entries of its menu that lead to none of some sheets.
  func keepingMenu(of ids: [String]) -> SiteConfiguration {
    guard !menu.isEmpty else { return self }
    var known: Set<String> = ["index"]
    for id in ids {
      var path = id[...]
      while known.insert(String(path)).inserted, let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
      }
    }
    var kept = self
    kept.menu = menu.filter { $0.target.contains("://") || known.contains($0.target) }
    return kept
  }
}
