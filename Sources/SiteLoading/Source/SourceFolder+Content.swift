import Diagnostics
import SiteFiles

extension SourceFolder {
  /// What lies at the root of a program or of its documentation, and not among pages.
  private static let projectFiles: Set<String> = [
    ".git", "Cargo.toml", "Gemfile", "Makefile", "Package.swift", "book.toml", "composer.json",
    "conf.py", "docusaurus.config.js", "docusaurus.config.ts", "go.mod", "mkdocs.yaml",
    "mkdocs.yml",
    "package.json", "pyproject.toml", "setup.py",
  ]

  /// `content` if it is there, or else `src` of mdBook, `site` where VuePress keeps its settings in it,
  /// `docs`, as MkDocs has it, or the source folder itself, which is also taken where it has pages and
  /// all that `content` holds is in folders as `_pages`.
  ///
  /// A folder `docs` beside other sheets is one folder of the content, but in a project. Where Jekyll's
  /// settings lie, GitHub builds.
  package static func findContent(in root: String) -> String {
    let inside = entries(of: root)
    let names = Set(inside.map(\.name))
    if names.contains("content"), isListed(root + "/content"), !isRootOfJekyll(root, names),
      names.contains(SourceName.configuration) || !inside.contains(where: isPage)
        || holdsWhatIsRead(root + "/content")
    {
      return "content"
    }
    let starlight = "src/content/docs"
    if names.contains(where: { $0.hasPrefix("astro.config.") }), isListed(root + "/" + starlight) {
      return starlight
    }
    if names.contains("book.toml"), isListed(root + "/src"),
      entries(of: root + "/src").contains(where: { SourceName.isContents($0.name) })
    {
      return "src"
    }
    if names.contains("site"),
      entries(of: root + "/site").contains(where: { [".vitepress", ".vuepress"].contains($0.name) })
    {
      return "site"
    }
    guard names.contains("docs"), isListed(root + "/docs") else { return "" }
    let docs = entries(of: root + "/docs")
    if docs.contains(where: { $0.name == JekyllCollections.configuration }) { return "docs" }
    guard docs.contains(where: { SourceName.isSheet($0.name) }) else { return "" }
    if names.contains(JekyllCollections.configuration),
      names.isDisjoint(with: ["mkdocs.yaml", "mkdocs.yml"])
    {
      return ""
    }
    if !names.isDisjoint(with: projectFiles) { return "docs" }
    let isOneOfMany =
      names.contains(where: SourceName.isContents)
      || inside.contains(where: isPage)
      || inside.contains { entry in
        entry.kind == .folder && entry.name != "docs" && !entry.name.hasPrefix("_")
          && !foldersBesideContent.contains(entry.name) && !SourceName.isLeftOut(entry.name)
          && holdsSheets(root + "/" + entry.name, depth: 3)
      }
    return isOneOfMany ? "" : "docs"
  }

  /// Whether Jekyll builds a folder itself: its settings lie there, and pages or its own folders beside
  /// `content`.
  private static func isRootOfJekyll(_ root: String, _ names: Set<String>) -> Bool {
    guard names.contains(JekyllCollections.configuration) else { return false }
    var ignored: [Diagnostic] = []
    let collections = JekyllCollections(in: [root], root: root, reporting: &ignored)
    return collections.liesInFolders || !names.isDisjoint(with: collections.folders)
      || names.contains("_posts") || names.contains { $0.hasPrefix("index.") }
  }

  /// Whether an entry of the source folder is a sheet, and no note on the project.
  private static func isPage(_ entry: FolderEntry) -> Bool {
    entry.kind == .file && SourceName.isSheet(entry.name) && !SourceName.isProjectNote(entry.name)
  }

  /// Whether a folder has sheets outside of folders whose names keep them from being read, as `_pages`; or
  /// is empty, and waits for them.
  private static func holdsWhatIsRead(_ path: String) -> Bool {
    let entries = entries(of: path)
    return entries.isEmpty
      || entries.contains { entry in
        if entry.name.hasPrefix("_") || SourceName.isLeftOut(entry.name) { return false }
        return SourceName.isSheet(entry.name) || entry.kind == .link
          || entry.kind == .folder
            && holdsSheets(path + "/" + entry.name, depth: SourceName.maxFolders)
      }
  }

  /// Whether there is a folder, or a link to one, at a path.
  private static func isListed(_ path: String) -> Bool {
    do {
      _ = try FolderEntry.list(path)
      return true
    } catch {
      ReadFailures.note(error)
      return false
    }
  }

  /// Whether a folder has a sheet that is more than a note on its other files.
  static func holdsSheets(_ path: String, depth: Int) -> Bool {
    guard depth > 0 else { return false }
    return entries(of: path).contains { entry in
      if entry.kind == .folder { return holdsSheets(path + "/" + entry.name, depth: depth - 1) }
      return SourceName.isSheet(entry.name) && !entry.name.lowercased().hasPrefix("readme")
    }
  }

  /// Returns what a folder holds; one that cannot be listed is noted.
  static func entries(of folder: String) -> [FolderEntry] {
    do {
      return try FolderEntry.list(folder)
    } catch {
      ReadFailures.note(error)
      return []
    }
  }
}
