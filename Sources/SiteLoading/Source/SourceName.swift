import ContentModel
import SiteFiles

/// What the names in a source folder mean, whoever reads them.
public enum SourceName {
  /// The file that says what a site is.
  public static let configuration = "archipel.yaml"
  /// The name that people give it by mistake.
  static let misnamedConfiguration = "archipel.yml"
  /// The file of the content folder that says which words mean the same to who searches.
  static let synonyms = "_synonymes.yaml"
  /// The folder of the content folder that holds the components of the site.
  static let components = "_composants"
  /// The ending of their files.
  static let componentEnding = ".mustache"
  /// How many folders may hold one another.
  public static let maxFolders = 64

  /// Whether a name is that of something which is no part of a site: it is hidden, or an editor has
  /// left it there for itself.
  public static func isLeftOut(_ name: some StringProtocol) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.hasSuffix("~")
      || (name.hasPrefix("#") && name.hasSuffix("#"))
      || name.hasPrefix("~$") || filesOfSystems.contains { $0 == name }
  }

  /// Whether what lies in a folder of the content, given by its path below it, is hidden and asked for by
  /// hosts at the root of a site.
  static func isForHosts(_ entry: FolderEntry, below: String) -> Bool {
    guard below.isEmpty, entry.name.utf8.first == UInt8(ascii: ".") else { return false }
    return entry.kind == .folder
      ? entry.name == SourceBoundary.folderOfHosts
      : entry.kind == .file && SourceBoundary.filesOfHosts.contains(entry.name)
  }

  /// Whether a file, by its path below the content folder, is one that hosts ask for by its name.
  static func isForHosts(_ path: String) -> Bool {
    path.hasPrefix(SourceBoundary.folderOfHosts + "/")
      || SourceBoundary.filesOfHosts.contains(path) || visibleFilesOfHosts.contains(path)
  }

  /// What hosts read at the root, besides texts and pictures.
  private static let visibleFilesOfHosts: Set<String> = [
    "CNAME", "_headers", "_redirects", "favicon.ico", "manifest.json", "site.webmanifest",
  ]

  /// What Windows and macOS keep in folders for themselves.
  private static let filesOfSystems = ["Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX"]

  /// Whether a name is that of a sheet, in capitals or not.
  package static func isSheet(_ name: some StringProtocol) -> Bool {
    SheetName.fileEndings.contains { ends(name, with: $0) }
  }

  /// Whether a name has an ending, given in small letters, in capitals or not.
  ///
  /// Every file of a source is asked for several of these at each build: no text is made for it.
  private static func ends(_ name: some StringProtocol, with ending: String) -> Bool {
    name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1
    }
  }

  /// Whether a path is that of a hidden file, or leads through a hidden folder.
  static func isHidden(_ path: String) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in path.utf8 {
      if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/") { return true }
      previous = byte
    }
    return false
  }

  /// Whether a name is that of a sheet for a tool that mixes Markdown with components.
  static func holdsComponents(_ name: some StringProtocol) -> Bool {
    ends(name, with: ".mdx")
  }

  /// Whether a name is that of a list of pages, which another tool makes a menu of.
  static func isContents(_ name: some StringProtocol) -> Bool {
    guard name.utf8.count == 10 || name.utf8.count == 11 else { return false }
    // GitHub writes `_Sidebar.md`.
    return name == "SUMMARY.md" || ["_sidebar.md", "_navbar.md"].contains(name.lowercased())
  }

  /// Whether a name is that of a list of pages in other letters: its text tells whether it is one.
  static func mayBeContents(_ name: some StringProtocol) -> Bool {
    name.utf8.count == 10 && name != "SUMMARY.md" && name.lowercased() == "summary.md"
  }

  /// Whether a name is that of a note on a project, as `README.md` and `CHANGELOG.md`.
  static func isProjectNote(_ name: some StringProtocol) -> Bool {
    let stem = name.prefix { $0 != "." }
    return stem.allSatisfy { !$0.isLowercase }
      || ["changelog", "contributing", "licence", "license", "readme"].contains(stem.lowercased())
  }

  /// Whether a name is that of the own page of a folder, as Hugo writes it.
  static func isFolderPage(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("_index.") && isSheet(name)
  }

  /// Whether a name is that of a drawing, which an extension of Obsidian keeps in Markdown.
  package static func isDrawing(_ name: some StringProtocol) -> Bool {
    ends(name, with: ".excalidraw.md")
  }

  /// Whether a name is that of a template of another tool, which means nothing without it.
  static func isTemplate(_ name: some StringProtocol) -> Bool {
    var name = name[...]
    while name.last == "." { name = name.dropLast() }
    return templateEndings.contains { ends(name, with: $0) }
  }

  /// Whether a name is that of a page in another markup than Markdown.
  static func isOtherMarkup(_ name: some StringProtocol) -> Bool {
    markupEndings.contains { ends(name, with: $0) }
  }

  private static let markupEndings = [
    ".adoc", ".asciidoc", ".creole", ".ipynb", ".mediawiki", ".org", ".rdoc", ".rst", ".textile",
    ".wiki",
  ]

  private static let templateEndings = [
    ".astro", ".ejs", ".erb", ".haml", ".hbs", ".jade", ".jinja", ".jinja2", ".j2", ".liquid",
    ".njk", ".pug", ".slim", ".svelte", ".twig", ".vue", ".webc",
  ]

  /// Whether a path, with a slash at its end, is that of a hidden folder that may hold pictures of
  /// sheets, or leads to one.
  static func mayHoldAssets(_ folder: String) -> Bool {
    guard let start = folder.firstRange(of: "/.")?.lowerBound ?? folder.firstIndex(of: ".") else {
      return false
    }
    let hidden = folder[start...].drop { $0 == "/" }
    return SourceBoundary.pictureFolders.contains { $0.hasPrefix(hidden) || hidden.hasPrefix($0) }
      || SourceBoundary.holdsAttachments(folder)
  }

  /// Whether the files of a hidden folder are pictures of sheets.
  static func holdsAssets(_ folder: String) -> Bool {
    mayHoldAssets(folder)
      && (SourceBoundary.pictureFolders.contains { folder.contains($0) }
        || SourceBoundary.holdsAttachments(folder))
  }

  /// The hidden folders of tools, which hold no page of anybody.
  static let toolFolders: Set<String> = [
    ".archipel", ".cache", ".docusaurus", ".git", ".github", ".gitlab", ".hg", ".idea",
    ".obsidian", ".svn", ".trash", ".venv", ".vitepress", ".vscode",
  ]

  /// Whether a name is that of a sheet to which an editor of plain text added its own ending.
  static func looksLikeSheet(_ name: some StringProtocol) -> Bool {
    name.hasSuffix(".txt") && isSheet(name.dropLast(".txt".count))
  }
}
