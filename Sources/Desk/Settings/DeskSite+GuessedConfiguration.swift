import ContentModel
import Diagnostics
import Formats
import SiteGraph
import SiteLoading

/// What the loader has found out of a site that nobody has configured.
///
/// It takes a title, a language and a menu from the settings of another tool, and languages from the names of
/// folders, as long as there is no `archipel.yaml`. The first that the desk writes would turn all of it off:
/// so it starts with what was found.
extension DeskSite {
  /// The text of a configuration that says what was guessed; empty when nothing was, or when somebody has
  /// written a configuration.
  var guessedConfiguration: [UInt8] {
    let configuration = commons.site.configuration
    // A configuration that was read knows where each of its keys is written, or else where it starts.
    guard configuration.location(of: "title").position == nil else { return [] }
    let standard = SiteConfiguration()
    var members: [JSONMember] = []
    if configuration.title != standard.title {
      members.append(JSONMember("title", .string(configuration.title)))
    }
    if configuration.language != standard.language {
      members.append(JSONMember("lang", .string(configuration.language)))
    }
    if !configuration.languages.isEmpty {
      members.append(JSONMember("languages", .strings(configuration.languages)))
    }
    let menu = configuration.menu.compactMap(document)
    if !menu.isEmpty { members.append(JSONMember("menu", .array(menu))) }
    return Array(BlockYAML.text(of: .object(members)).utf8)
  }

  /// Whether the folder would still be a site if nobody had configured it.
  var isOneWithoutConfiguration: Bool { !commons.site.files.isEmpty }

  /// Returns an entry as a file declares it, with the one label that other tools have; nil for one that
  /// leads nowhere.
  private func document(_ item: SiteConfiguration.MenuItem) -> JSONValue? {
    let language = commons.site.configuration.language
    let children = item.children.compactMap(document)
    let target = item.target.flatMap {
      commons.menuLink(to: $0, in: language) == nil ? nil : $0
    }
    guard target != nil || !children.isEmpty else { return nil }
    var members = [JSONMember("label", .string(item.label.text(in: language)))]
    if let target {
      members.append(JSONMember(target.contains(":") ? "url" : "page", .string(target)))
    }
    if !children.isEmpty { members.append(JSONMember("children", .array(children))) }
    return .object(members)
  }
}
