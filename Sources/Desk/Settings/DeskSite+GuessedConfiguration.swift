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
    if !configuration.menu.isEmpty {
      let language = configuration.language
      members.append(
        JSONMember("menu", .array(configuration.menu.map { $0.document(in: language) })))
    }
    return Array(BlockYAML.text(of: .object(members)).utf8)
  }

  /// Whether the folder would still be a site if nobody had configured it.
  var isOneWithoutConfiguration: Bool { !commons.site.files.isEmpty }
}

extension SiteConfiguration.MenuItem {
  /// The entry as a file declares it, with the one label that other tools have.
  fileprivate func document(in language: String) -> JSONValue {
    let key = target.contains("://") ? "url" : "page"
    return .object([
      JSONMember("label", .string(label.text(in: language))), JSONMember(key, .string(target)),
    ])
  }
}
