package import Diagnostics
import Glibc
package import SiteFiles
import TextEncoding

/// The files of a source folder, found but not read.
package struct SourceFolder: Sendable {
  /// A file of the content folder.
  package struct File: Sendable {
    /// Where it is on the disk.
    package let diskPath: String
    /// Its path relative to the source folder, as messages show it.
    package let path: String
    /// Its path below the content folder, in composed Unicode (NFC).
    package let contentPath: String
    /// Where it must lie when it is read, symbolic links followed.
    package let boundary: SourceBoundary
  }

  /// Where the source folder is.
  package let root: String
  /// The content folder relative to the source folder; empty when they are the same.
  package let contentFolder: String
  /// The Markdown files.
  private(set) var sheets: [File] = []
  /// The other files, which are published as they are.
  private(set) var attachments: [File] = []
  /// The files of `_types`.
  private(set) var types: [File] = []
  /// The files of `_vocabularies`.
  private(set) var vocabularies: [File] = []
  /// The files of `_data`.
  private(set) var data: [File] = []

  /// The folders of a plain folder of Markdown that hold something else than content.
  static let foldersBesideContent: Set<String> = [
    "archetypes", "assets", "layouts", "node_modules", "output", "public", "resources", "site",
    "static", "themes",
  ]

  private let boundary: SourceBoundary

  /// Finds the files of a source folder.
  ///
  /// - Parameters:
  ///   - root: The source folder.
  ///   - contentFolder: The content folder that the configuration names.
  ///   - output: The published folder, which is not content when it lies in the source.
  package init(
    _ root: String, contentFolder: String?, output: String,
    reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) {
    self.root = root
    boundary = try Self.boundary(around: root)
    self.contentFolder = contentFolder ?? Self.findContent(in: root)
    let start = self.contentFolder.isEmpty ? root : root + "/" + self.contentFolder
    let published = DiskFile.realPath(output)
    let realStart = DiskFile.realPath(start) ?? start
    guard boundary.holds(realStart) else {
      diagnostics.append(.linkLeavesSource(at: SourceLocation(path: self.contentFolder)))
      return
    }
    try visit(start, below: "", published: published, inside: [realStart], &diagnostics)
  }

  /// What the files of a source folder must lie in.
  package static func boundary(
    around root: String
  ) throws(EnvironmentFailure) -> SourceBoundary {
    guard let boundary = SourceBoundary(around: root) else {
      throw .unreadableFolder(DiskFile.Failure(code: errno, path: root))
    }
    return boundary
  }

  /// `content` if it is there, or else `docs`, as MkDocs has it, or else the source folder itself.
  package static func findContent(in root: String) -> String {
    for name in ["content", "docs"] {
      do {
        let entries = try FolderEntry.list(root + "/" + name)
        if name == "content" || entries.contains(where: { SourceName.isSheet($0.name) }) {
          return name
        }
      } catch {
        ReadFailures.note(error)
      }
    }
    return ""
  }

  /// - Parameter ancestors: The folder and those that it was reached through, links followed.
  private mutating func visit(
    _ folder: String, below: String, published: String?, inside ancestors: [String],
    _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) {
    let entries: [FolderEntry]
    do {
      entries = try FolderEntry.list(folder)
    } catch {
      // Without the source folder there is nothing to tell of.
      guard ancestors.count > 1, !error.isOfTheEnvironment else {
        throw .unreadableFolder(error)
      }
      diagnostics.append(.unreadable(error, isFolder: true, at: location(below)))
      return
    }
    if entries.contains(where: { $0.name == OutputFolder.manifestName }) {
      guard ancestors.count > 1 else { throw .publishedFolder(folder) }
      diagnostics.append(.publishedFolder(at: location(below)))
      return
    }
    for entry in entries where !SourceName.isLeftOut(entry.name) {
      let diskPath = folder + "/" + entry.name
      let isPlain = entry.name.utf8.allSatisfy { $0 < 0x80 }
      let name = isPlain ? entry.name : entry.name.composed
      let contentPath = below + name
      let path = contentFolder.isEmpty ? contentPath : contentFolder + "/" + contentPath
      // What is not in UTF-8 was replaced as it was read: the file cannot be found by this name.
      if name.unicodeScalars.contains("\u{FFFD}") {
        diagnostics.append(.unreadableName(at: SourceLocation(path: path)))
        continue
      }
      var kind = entry.kind
      if kind == .link {
        guard let target = try follow(diskPath, path: path, inside: ancestors, &diagnostics)
        else { continue }
        kind = target
      }
      let file = File(
        diskPath: diskPath, path: path, contentPath: contentPath, boundary: boundary)
      if kind == .file {
        add(file, &diagnostics)
      } else if kind == .other {
        diagnostics.append(.notAFile(at: SourceLocation(path: path)))
      } else if kind == .folder, isContent(name, below: below),
        let real = DiskFile.realPath(diskPath), real != published
      {
        guard ancestors.count <= SourceName.maxFolders else {
          diagnostics.append(
            .foldersTooDeep(limit: SourceName.maxFolders, at: SourceLocation(path: path)))
          continue
        }
        if SourceName.isSheet(name) {
          diagnostics.append(.folderNamedAsSheet(at: SourceLocation(path: path)))
        }
        try visit(
          diskPath, below: contentPath + "/", published: published, inside: ancestors + [real],
          &diagnostics)
      }
    }
  }

  /// The place of a folder of the content, which is written with a slash at its end.
  private func location(_ below: String) -> SourceLocation {
    SourceLocation(path: (contentFolder.isEmpty ? "" : contentFolder + "/") + below.dropLast())
  }

  /// Follows a symbolic link inside the source; one that leaves it is reported.
  private func follow(
    _ diskPath: String, path: String, inside ancestors: [String],
    _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> FolderEntry.Kind? {
    guard let target = DiskFile.realPath(diskPath) else {
      diagnostics.append(.brokenSymbolicLink(at: SourceLocation(path: path)))
      return nil
    }
    guard boundary.holds(target) else {
      diagnostics.append(.linkLeavesSource(at: SourceLocation(path: path)))
      return nil
    }
    // A link to a folder that leads to itself would never end.
    if ancestors.contains(target) { return nil }
    do {
      return try FolderEntry.kind(of: target)
    } catch {
      throw .unreadableFile(error)
    }
  }

  private func isContent(_ name: String, below: String) -> Bool {
    if below.isEmpty, contentFolder.isEmpty, Self.foldersBesideContent.contains(name) {
      return false
    }
    return !name.hasPrefix("_") || name == "_posts"
      || (below.isEmpty && ["_types", "_vocabularies", "_data"].contains(name))
  }

  private mutating func add(_ file: File, _ diagnostics: inout [Diagnostic]) {
    let isYAML = file.contentPath.hasSuffix(".yaml") || file.contentPath.hasSuffix(".yml")
    let parts = file.contentPath.split(separator: "/")
    switch parts.first {
    case "_types" where parts.count > 1: if isYAML { types.append(file) }
    case "_vocabularies" where parts.count > 1: if isYAML { vocabularies.append(file) }
    case "_data" where parts.count > 1: data.append(file)
    default:
      let name = parts.last ?? ""
      if SourceName.isSheet(name) {
        sheets.append(file)
      } else if !(contentFolder.isEmpty && parts.count == 1 && Self.isProjectFile(name)) {
        if SourceName.looksLikeSheet(name) {
          diagnostics.append(.looksLikeSheet(name, at: SourceLocation(path: file.path)))
        }
        attachments.append(file)
      }
    }
  }

  /// Whether a file at the top of a plain folder belongs to its tools, not to its content.
  private static func isProjectFile(_ name: Substring) -> Bool {
    let ending = name.split(separator: ".").last ?? ""
    return ["yaml", "yml", "toml", "json", "lock", "sh", "py"].contains(ending)
      || !name.contains(".")
  }
}
