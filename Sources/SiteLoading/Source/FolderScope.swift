import ImageProcessing
import SiteFiles

/// What is read of a folder among the content.
enum FolderScope {
  /// Its sheets and its files.
  case everything
  /// The pictures and the documents that sheets show or link to: `assets`, where a tool keeps them.
  case files
  /// The pictures that sheets show: `_images`.
  case pictures
  /// The names of its sheets, which are told.
  case names
  /// Nothing: no writer keeps anything there.
  case nothing

  /// Whether a file is one that is read.
  func holds(_ path: String) -> Bool {
    if self == .names { return false }
    if ImageFormat(fileName: path) != nil { return true }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return self == .files && Self.documents.contains(ending)
  }

  private static let documents: Set<String> = [
    "csv", "doc", "docx", "epub", "mp3", "mp4", "odp", "ods", "odt", "ogg", "pdf", "ppt", "pptx",
    "txt", "wav", "webm", "xls", "xlsx", "zip",
  ]
}

extension SourceFolder {
  /// The folders in `_` in which other tools keep what is no content.
  static let toolFolders: Set<String> = [
    "_book", "_build", "_cache", "_data", "_drafts", "_includes", "_layouts", "_plugins", "_sass",
    "_site", "_templates",
  ]

  /// Returns what is read of a folder that lies in one of which something is.
  ///
  /// - Parameters:
  ///   - path: Where the folder is on the disk.
  ///   - below: The path of the folder that it lies in, below the content folder.
  func scope(
    of name: String, at path: String, below: String, in scope: FolderScope
  ) -> FolderScope {
    guard scope == .everything else { return scope }
    if below.isEmpty, contentFolder.isEmpty, Self.foldersBesideContent.contains(name) {
      return isConfigured ? .nothing : Self.scope(ofFolderBesideContent: name, at: path)
    }
    if isContent(name, below: below) { return .everything }
    // Who has made a site of the folder hides what lies there on purpose.
    return isConfigured || Self.toolFolders.contains(name) ? .names : .pictures
  }

  static func scope(ofFolderBesideContent name: String, at path: String) -> FolderScope {
    if name == "node_modules" || name == "output" { return .nothing }
    let inside = entries(of: path)
    if name == "themes" {
      let folders = inside.filter { $0.kind == .folder }
      return folders.contains { isTheme(path + "/" + $0.name) } ? .nothing : .everything
    }
    // A site that another tool has made.
    return inside.contains { $0.name == "index.html" } ? .nothing : .files
  }

  /// Whether a folder is the theme of a generator of sites.
  private static func isTheme(_ path: String) -> Bool {
    let parts: Set = [
      "_layouts", "archetypes", "assets", "langues", "layouts", "templates", "theme.toml",
      "theme.yaml", "theme.yml",
    ]
    return entries(of: path).contains { parts.contains($0.name) }
  }
}
