package import ContentModel
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
    /// The row of a data file that gives the text; nil where the file on the disk does.
    ///
    /// Such a sheet has the paths of the file that it would be, which its links start from.
    package var row: SheetRow?
  }

  /// Where the source folder is.
  package let root: String
  /// The content folder relative to the source folder; empty when they are the same.
  package let contentFolder: String
  /// The Markdown files.
  private(set) var sheets: [File] = []
  /// The other files, which are published as they are.
  var attachments: [File] = []
  /// The files of `_types`.
  private(set) var types: [File] = []
  /// The files of `_vocabularies`.
  private(set) var vocabularies: [File] = []
  /// The components of `_composants`.
  private(set) var components: [File] = []
  /// The file of synonyms, where there is one.
  private(set) var synonyms: File?
  /// The files of `_data`.
  private(set) var data: [File] = []
  /// The copies of the catalogues of other labs.
  private(set) var catalogues: [File] = []

  /// The files that nothing is made from, and why.
  var leftOut: [LeftOut] = []
  /// The paths below the content folder of files that are there and are not published.
  var unread: Set<String> = []
  /// Whether nobody has made a site of the folder: it has neither a configuration nor types.
  package var isPlain: Bool { !isConfigured && types.isEmpty }

  /// The folders of a plain folder of Markdown that hold something else than content.
  static let foldersBesideContent: Set<String> = [
    "archetypes", "assets", "layouts", "node_modules", "output", "public", "resources", "site",
    "static", "themes",
  ]

  let boundary: SourceBoundary
  /// The folders that were visited, links followed.
  var visited: [String] = []
  /// The folder that is visited, relative to the source folder.
  var base = ""
  let isConfigured: Bool
  /// The folders starting with `_` that are read, as Jekyll would.
  let collections: JekyllCollections
  /// The symbolic links that are not followed, and whether each leads out of the source.
  private var badLinks: [(location: SourceLocation, leavesSource: Bool)] = []
  /// How often each folder was reached through a symbolic link, links followed.
  private var timesReached: [String: Int] = [:]
  /// The first link to each folder that was reached too often.
  private var repeatedLinks: [SourceLocation] = []

  /// How often one folder may be read through symbolic links: folders of links to folders of links
  /// double at each.
  private static let maxTimesReached = 16
  /// The files whose names are not in UTF-8.
  private var unreadableNames: [SourceLocation] = []

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
    base = self.contentFolder
    let start = self.contentFolder.isEmpty ? root : root + "/" + self.contentFolder
    let published = DiskFile.realPath(output)
    let realStart = DiskFile.realPath(start) ?? start
    collections = JekyllCollections(in: [root, start], root: root, reporting: &diagnostics)
    isConfigured = DiskFile.realPath(root + "/" + SourceName.configuration) != nil
    guard boundary.holds(realStart) else {
      diagnostics.append(.linkLeavesSource(at: SourceLocation(path: self.contentFolder)))
      return
    }
    try visit(start, below: "", published: published, inside: [realStart], &diagnostics)
    try visitFilesBesideContent(published, &diagnostics)
    if !isConfigured, contentFolder == nil, !self.contentFolder.isEmpty {
      noteSheetsBesideContent()
    }
    for (location, leavesSource) in badLinks {
      diagnostics.append(
        leavesSource
          ? .linkLeavesSource(isPlain: isPlain, at: location)
          : .brokenSymbolicLink(isPlain: isPlain, at: location))
    }
    diagnostics += unreadableNames.map { .unreadableName(isPlain: isPlain, at: $0) }
    for location in repeatedLinks {
      diagnostics.append(
        .repeatedLink(limit: Self.maxTimesReached, isPlain: isPlain, at: location))
    }
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

  /// - Parameters:
  ///   - ancestors: The folder and those that it was reached through, links followed.
  ///   - scope: What is read of the folder.
  mutating func visit(
    _ folder: String, below: String, published: String?, inside ancestors: [String],
    reading scope: FolderScope = .everything, _ diagnostics: inout [Diagnostic]
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
    visited += ancestors.last.map { [$0 + "/"] } ?? []
    for entry in entries {
      if SourceName.isLeftOut(entry.name), !SourceName.isForHosts(entry, below: below) {
        if scope != .everything { continue }
        try visitHidden(entry, in: folder, below: below, published, ancestors, &diagnostics)
        continue
      }
      let diskPath = folder + "/" + entry.name
      let isPlain = entry.name.utf8.allSatisfy { $0 < 0x80 }
      let name = isPlain ? entry.name : entry.name.composed
      let contentPath = below + name
      let path = whole(contentPath)
      // What is not in UTF-8 was replaced as it was read: the file cannot be found by this name.
      if name.unicodeScalars.contains("\u{FFFD}") {
        unreadableNames.append(SourceLocation(path: path))
        continue
      }
      var kind = entry.kind
      if kind == .link {
        guard let target = try follow(diskPath, path: path, inside: ancestors) else { continue }
        kind = target
      }
      let file = File(
        diskPath: diskPath, path: path, contentPath: contentPath, boundary: boundary)
      if kind == .file, scope == .everything {
        add(file, &diagnostics)
      } else if kind == .file {
        addAside(file, scope)
      } else if kind == .other {
        diagnostics.append(.notAFile(at: SourceLocation(path: path)))
      } else if kind == .folder, let real = DiskFile.realPath(diskPath), real != published {
        let inner = self.scope(of: name, at: diskPath, below: below, in: scope)
        if inner == .nothing { continue }
        if collections.excludes(path), !isConfigured {
          leaveOut(folder: file, .excluded)
          continue
        }
        if inner == .names {
          leaveOut(folder: file, .underscore)
          continue
        }
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
          reading: inner, &diagnostics)
      }
    }
  }

  /// The place of a folder of the content, which is written with a slash at its end.
  private func location(_ below: String) -> SourceLocation {
    SourceLocation(path: (base.isEmpty ? "" : base + "/") + below.dropLast())
  }

  /// Follows a symbolic link inside the source; one that leaves it is reported.
  private mutating func follow(
    _ diskPath: String, path: String, inside ancestors: [String]
  ) throws(EnvironmentFailure) -> FolderEntry.Kind? {
    guard let target = DiskFile.realPath(diskPath) else {
      badLinks.append((SourceLocation(path: path), leavesSource: false))
      return nil
    }
    guard boundary.holds(target) else {
      badLinks.append((SourceLocation(path: path), leavesSource: true))
      return nil
    }
    // A link to a folder that leads to itself would never end.
    if ancestors.contains(target) { return nil }
    let kind: FolderEntry.Kind
    do {
      kind = try FolderEntry.kind(of: target)
    } catch {
      throw .unreadableFile(error)
    }
    if kind == .folder {
      let times = (timesReached[target] ?? 0) + 1
      timesReached[target] = times
      if times == Self.maxTimesReached + 1 {
        repeatedLinks.append(SourceLocation(path: path))
      }
      if times > Self.maxTimesReached { return nil }
    }
    return kind
  }

  /// Visits a hidden folder for the pictures that sheets may show, and notes the sheets in others.
  private mutating func visitHidden(
    _ entry: FolderEntry, in folder: String, below: String, _ published: String?,
    _ ancestors: [String], _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) {
    if entry.kind == .file, entry.name.hasPrefix("."), SourceName.isSheet(entry.name) {
      let path = below + entry.name
      unread.insert(path)
      leftOut.append(
        LeftOut(
          file: File(
            diskPath: folder + "/" + entry.name, path: whole(path), contentPath: path,
            boundary: boundary), reason: .hidden))
    }
    guard entry.kind == .folder, entry.name.hasPrefix("."),
      !SourceName.toolFolders.contains(entry.name),
      ancestors.count <= SourceName.maxFolders
    else { return }
    let diskPath = folder + "/" + entry.name
    let path = below + entry.name
    if SourceName.mayHoldAssets(path + "/"), let real = DiskFile.realPath(diskPath) {
      try visit(
        diskPath, below: path + "/", published: published, inside: ancestors + [real], &diagnostics)
    } else {
      leaveOut(
        folder: File(
          diskPath: diskPath, path: whole(path), contentPath: path, boundary: boundary), .hidden)
    }
  }

  /// Notes the sheets of a folder that is not read; what cannot be listed holds none that is known.
  mutating func leaveOut(folder: File, _ reason: LeftOut.Reason, depth: Int = 0) {
    guard depth < SourceName.maxFolders,
      let entries = try? FolderEntry.list(folder.diskPath)
    else { return }
    for entry in entries where !entry.name.hasPrefix(".") {
      let file = File(
        diskPath: folder.diskPath + "/" + entry.name, path: folder.path + "/" + entry.name,
        contentPath: folder.contentPath + "/" + entry.name, boundary: boundary)
      if entry.kind == .folder {
        leaveOut(folder: file, reason, depth: depth + 1)
      } else if entry.kind == .file {
        unread.insert(file.contentPath)
        if SourceName.isSheet(entry.name) { leftOut.append(LeftOut(file: file, reason: reason)) }
      }
    }
  }

  private func whole(_ contentPath: String) -> String {
    base.isEmpty ? contentPath : base + "/" + contentPath
  }

  private mutating func add(_ file: File, _ diagnostics: inout [Diagnostic]) {
    let path = file.contentPath
    let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    let topFolder = path.utf8.firstIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
    switch topFolder {
    case "_types" where isYAML: types.append(file)
    case "_vocabularies" where isYAML: vocabularies.append(file)
    case "_data" where !SourceName.isSheet(path): data.append(file)
    case "_types", "_vocabularies", "_data": addAside(file, .names)
    case SourceName.components[...]:
      if path.hasSuffix(SourceName.componentEnding) {
        components.append(file)
      } else {
        addAside(file, isConfigured ? .names : .pictures)
      }
    case FederatedSite.folder[...]: catalogues.append(file)
    case nil where path == SourceName.synonyms: synonyms = file
    default:
      let name = path.lastName
      if let reason = reasonToLeaveOut(name, in: file) {
        leftOut.append(LeftOut(file: file, reason: reason))
        unread.insert(path)
      } else if SourceName.isHidden(path), !SourceName.holdsAssets(path),
        !SourceName.isForHosts(path)
      {
        return
      } else if SourceName.isSheet(name) {
        sheets.append(file)
      } else if !(contentFolder.isEmpty && topFolder == nil && Self.isProjectFile(name)) {
        if SourceName.looksLikeSheet(name) {
          diagnostics.append(.looksLikeSheet(name, at: SourceLocation(path: file.path)))
        }
        attachments.append(file)
      }
    }
  }

  /// Adds a file of a folder that is read in part.
  private mutating func addAside(_ file: File, _ scope: FolderScope) {
    if scope.holds(file.contentPath) || scope == .files && SourceName.isForHosts(file.contentPath) {
      return attachments.append(file)
    }
    unread.insert(file.contentPath)
    if SourceName.isSheet(file.contentPath) {
      leftOut.append(LeftOut(file: file, reason: scope == .files ? .beside : .underscore))
    }
  }
}
