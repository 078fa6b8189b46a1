import ContentModel
import Diagnostics
import SiteFiles

/// The folders starting with `_` that a site of Jekyll publishes: what `_config.yml` says of them.
struct JekyllCollections {
  /// The name of the configuration of Jekyll.
  static let configuration = "_config.yml"

  /// The names of the folders, with their `_`.
  private(set) var folders: Set<String> = []
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
      add(keys)
    }
  }

  private mutating func add(_ keys: [String: DataValue]) {
    if case .object(let collections) = keys["collections"] {
      for (name, collection) in collections {
        guard case .object(let settings) = collection, settings["output"] == .text("true") else {
          continue
        }
        folders.insert("_" + name)
      }
    }
    if case .list(let included) = keys["include"] {
      for case .text(let name) in included where name.hasPrefix("_") { folders.insert(name) }
    }
  }
}
