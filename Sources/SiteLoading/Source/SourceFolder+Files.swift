import ContentModel

/// Which files of a folder are content, and which are somebody else's.
extension SourceFolder {
  /// The folders at the top of the content that declare the site.
  private static let declarations: Set<String> = [
    "_types", "_vocabularies", "_data", FederatedSite.folder, SourceName.components,
  ]

  func isContent(_ name: String, below: String) -> Bool {
    !name.hasPrefix("_") || name == "_posts" || collections.folders.contains(name)
      || (below.isEmpty && Self.declarations.contains(name))
  }

  /// Returns why a file at the place of a page or a template is left out.
  func reasonToLeaveOut(_ name: Substring, in file: File) -> LeftOut.Reason? {
    if SourceName.isContents(name) { return .contents }
    if SourceName.mayBeContents(name), isPageList(file) { return .contents }
    if !isConfigured, collections.excludes(file.path) { return .excluded }
    if SourceName.isTemplate(name) { return .otherFormat }
    // Who has made a site of the folder may offer such a file.
    if !isConfigured, SourceName.isOtherMarkup(name) { return .otherMarkup }
    if SourceName.isDrawing(name) { return .drawing }
    guard SourceName.isSheet(name) else { return nil }
    if name.hasPrefix("_"), !SourceName.isFolderPage(name) { return .underscore }
    return SourceName.isHidden(file.contentPath) ? .hidden : nil
  }

  /// Whether a file lists pages for another tool; one that cannot be read is reported as a sheet.
  private func isPageList(_ file: File) -> Bool {
    (try? file.readWithMetadata(atMost: PageList.maxBytes).bytes).map(PageList.isList) ?? false
  }

  /// Whether a file at the top of a plain folder belongs to its tools, not to its content.
  static func isProjectFile(_ name: Substring) -> Bool {
    let ending = name.split(separator: ".").last ?? ""
    return ["yaml", "yml", "toml", "json", "lock", "sh", "py"].contains(ending)
      || !name.contains(".") && name != "CNAME"
  }
}
