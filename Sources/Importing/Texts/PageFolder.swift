import SiteFiles
import SiteLoading
import TextEncoding

/// A folder of pages that another tool makes a site of.
struct PageFolder {
  /// A file in it.
  struct File {
    /// The folder on the disk that its path starts from.
    let root: String
    let path: String
  }

  static let maxFiles = 20_000
  /// Folders of tools, which hold no page.
  private static let leftOut: Set<String> = [
    "node_modules", "public", "_site", "site", "resources", "themes", "archetypes", "layouts",
    "assets_src",
    "vendor", "overrides", "__pycache__", "venv", "_layouts", "_includes", "_sass",
  ]

  private(set) var files: [File] = []
  /// The links that were not followed, by path.
  private(set) var links: [String] = []
  /// What is neither a file nor a folder: a pipe, a device.
  private(set) var others: [String] = []
  /// The titles that a menu of MkDocs gives to pages, and their order.
  private(set) var menu: [String: (title: String?, rank: Int)] = [:]
  /// Whether there were more files than are read.
  private(set) var isCut = false

  init(_ folder: String) throws(DiskFile.Failure) {
    let names = Set(try FolderEntry.list(folder).map(\.name))
    func text(_ name: String) -> String {
      (try? DiskFile.read(folder + "/" + name)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    var root = folder
    if names.contains("mkdocs.yml") {
      let configuration = text("mkdocs.yml")
      let named = configuration.firstMatch(of: /(?m)^docs_dir:\s*["']?([^"'\n#]+)/).map {
        String($0.1).trimmed
      }
      let pages = PictureSource.path(named ?? "docs", from: "") ?? "docs"
      root = folder + "/" + pages
      menu = Self.menu(of: configuration)
    } else if names.contains("content"),
      !names.isDisjoint(with: [
        "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config",
      ])
    {
      root = folder + "/content"
      if names.contains("static") { try list(folder + "/static", "") }
    }
    try list(root, "")
  }

  private mutating func list(_ root: String, _ folder: String) throws(DiskFile.Failure) {
    guard folder.split(separator: "/").count < SourceName.maxFolders else { return }
    let entries = try FolderEntry.list(folder.isEmpty ? root : root + "/" + folder)
    for entry in entries where !SourceName.isLeftOut(entry.name) {
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      guard files.count < Self.maxFiles else {
        isCut = true
        return
      }
      switch entry.kind {
      case .folder:
        if !Self.leftOut.contains(entry.name) { try list(root, path) }
      case .file: files.append(File(root: root, path: path))
      case .link: links.append(path)
      case .other: others.append(path)
      }
    }
  }

  /// Reads `nav` of a `mkdocs.yml` by its lines: `- Title: page.md`, or `- page.md`.
  private static func menu(of configuration: String) -> [String: (title: String?, rank: Int)] {
    var menu: [String: (title: String?, rank: Int)] = [:]
    var isInside = false
    for line in configuration.split(separator: "\n") {
      if !line.hasPrefix(" "), !line.hasPrefix("-") { isInside = line.hasPrefix("nav:") }
      guard isInside,
        let match = line.wholeMatch(
          of: /\s*-\s+(?:["']?([^"'\n]+?)["']?:\s+)?["']?([^\s"':]+\.md)["']?\s*/)
      else { continue }
      let path = String(match.2)
      if menu[path] == nil { menu[path] = (match.1.map(String.init), menu.count + 1) }
    }
    return menu
  }
}
