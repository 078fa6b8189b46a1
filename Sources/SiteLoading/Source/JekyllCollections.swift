import ContentModel
import Diagnostics
import Glibc
import SiteFiles

/// The folders starting with `_` that a site of Jekyll publishes, and what it leaves out: what
/// `_config.yml` says of them.
struct JekyllCollections {
  /// The name of the configuration of Jekyll.
  static let configuration = "_config.yml"

  /// The names of the folders, with their `_`.
  private(set) var folders: Set<String> = []
  /// The addresses at which the pages of folders are published, as `/m/:name/`, by the folders.
  private(set) var permalinks: [String: String] = [:]
  /// Whether the configuration names the folder that its collections lie in.
  private(set) var liesInFolders = false
  /// The paths that are left out, from the source folder; a star stands for any letters.
  private var excluded: [String] = []
  /// The files that say so.
  private(set) var files: [String] = []

  /// Reads the configuration in one of some folders; without one, no folder is published.
  init(in places: [String], root: String, reporting diagnostics: inout [Diagnostic]) {
    for place in Set(places).sorted() {
      let path = place + "/" + Self.configuration
      let bytes: [UInt8]
      do {
        bytes = try DiskFile.read(path)
      } catch {
        if !error.isMissing {
          let shown = String(path.dropFirst(root.utf8.count + 1))
          diagnostics.append(.unreadable(error, at: SourceLocation(path: shown)))
        }
        continue
      }
      files.append(path)
      // What is wrong in the configuration of another tool is for that tool to tell.
      var ignored: [Diagnostic] = []
      let text = String(decoding: bytes, as: UTF8.self)
      guard case .object(let keys) = DataFile.load(path: path, text: text, reporting: &ignored)
      else { continue }
      add(keys, below: place == root ? "" : place.dropFirst(root.count + 1) + "/")
    }
  }

  /// Whether a file or a folder, by its path from the source folder, is left out.
  func excludes(_ path: String) -> Bool {
    excluded.contains { pattern in
      // As for Jekyll, a name without a slash is that of what lies beside the configuration.
      pattern == path || path.hasPrefix(pattern + "/")
        || pattern.contains(where: { "*?[".contains($0) })
          && fnmatch(pattern, path, FNM_PATHNAME) == 0
    }
  }

  private mutating func add(_ keys: [String: DataValue], below folder: String) {
    if case .object(let collections) = keys["collections"] {
      for (name, collection) in collections {
        guard case .object(let settings) = collection, settings["output"] == .text("true") else {
          continue
        }
        folders.insert("_" + name)
        if case .text(let address) = settings["permalink"] { permalinks["_" + name] = address }
      }
    }
    if case .text = keys["collections_dir"] { liesInFolders = true }
    if case .list(let included) = keys["include"] {
      for case .text(let name) in included where name.hasPrefix("_") {
        folders.insert(String(name.prefix { $0 != "/" }))
      }
    }
    let names: [DataValue] =
      switch keys["exclude"] {
      case .list(let names): names
      case .text(let name): [.text(name)]
      default: []
      }
    for case .text(let name) in names {
      let parts = name.split(separator: "/").filter { $0 != "." }
      guard !parts.isEmpty, parts != ["*"], parts != ["**"] else { continue }
      excluded.append(folder + parts.joined(separator: "/"))
    }
  }
}
