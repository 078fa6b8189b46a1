public import Calendars
import Diagnostics
import YAMLParsing

/// Whether a sheet is to be published, and when, in the words of the tools that people come from.
///
/// Hugo, Jekyll, Zola, Eleventy, Docusaurus, Obsidian and others each have their own.
public struct Publication: Sendable, Hashable {
  /// Whether it is not ready.
  public internal(set) var isDraft = false
  /// Whether only those who have its address, or follow a link to it, are to find it.
  public internal(set) var isUnlisted = false
  /// Whether `robots` asks search engines not to show it.
  public internal(set) var isNotIndexed = false
  /// The day that it waits for.
  public internal(set) var from: CalendarDate?
  /// The day from which it is no longer published.
  public internal(set) var until: CalendarDate?

  init() {}

  private static let draftWhenFalse: Set<String> = [
    "published", "publish", "public", "publie", "publié", "dg-publish", "permalink",
  ]
  private static let draftWhenTrue: Set<String> = ["headless", "private"]
  private static let exclusions: Set<String> = ["nav_exclude", "search_exclude"]
  private static let days: Set<String> = ["publishdate", "publish_date", "pubdate"]
  private static let ends: Set<String> = ["expirydate", "expiry_date", "unpublishdate"]
  private static let states: Set<String> = ["status", "state", "statut", "etat", "état"]
  private static let draftStates: Set<String> = [
    "draft", "brouillon", "private", "pending", "unpublished",
  ]

  /// Reads the keys of a sheet that its type does not have for itself.
  init(
    _ mapping: YAMLMapping, besides definitions: FieldTable, in yaml: YAMLText,
    reporting diagnostics: inout [Diagnostic]
  ) {
    var exclusions: [(key: String, location: SourceLocation)] = []
    for (keyNode, node) in mapping {
      guard let key = keyNode.scalar?.string, definitions[key] == nil else { continue }
      if ["build", "_build"].contains(key), let build = node.mapping {
        readBuild(build)
      }
      guard let text = node.scalar?.string, !node.isNull else { continue }
      let (name, value) = (key.lowercased(), text.lowercased())
      let flag = Self.flag(value)
      if Self.draftWhenFalse.contains(name) && flag == false
        || Self.draftWhenTrue.contains(name) && flag == true
      {
        isDraft = true
      } else if Self.states.contains(name), Self.draftStates.contains(value) {
        isDraft = true
      } else if Self.days.contains(name) || Self.ends.contains(name) {
        let place = yaml.location(of: node.mark, length: node.writtenLength)
        guard let day = CalendarDate(iso: text.prefix(10)) else {
          diagnostics.append(.unreadablePublicationDay(text, key: key, at: place))
          continue
        }
        if Self.days.contains(name) { from = day } else { until = day }
      } else if name == "robots" {
        isNotIndexed = value.contains("noindex") || value == "none"
      } else if name == "hidden", flag == true {
        let place = yaml.location(of: keyNode.mark, length: keyNode.writtenLength)
        diagnostics.append(.hiddenElsewhere(key, at: place))
      } else if Self.exclusions.contains(name), flag == true {
        let place = yaml.location(of: keyNode.mark, length: keyNode.writtenLength)
        exclusions.append((name, place))
      }
    }
    // Just the Docs keeps a page out of its menu and out of its search by one key each.
    if Set(exclusions.map(\.key)) == Self.exclusions {
      isUnlisted = true
    } else {
      diagnostics += exclusions.map { .excludedFromOneList($0.key, at: $0.location) }
    }
  }

  /// Reads what Hugo makes of a page: none, or one that no list has.
  private mutating func readBuild(_ build: YAMLMapping) {
    for (keyNode, node) in build {
      guard let value = node.scalar?.string.lowercased() else { continue }
      let isNever = value == "never" || Self.flag(value) == false
      switch keyNode.scalar?.string {
      case "render" where isNever || value == "link": isDraft = true
      case "list" where isNever: isUnlisted = true
      default: break
      }
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "true", "yes", "on", "oui", "vrai", "1": true
    case "false", "no", "off", "non", "faux", "0": false
    default: nil
    }
  }
}
