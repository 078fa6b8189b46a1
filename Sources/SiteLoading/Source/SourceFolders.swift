/// The folders that a site is read from.
package struct SourceFolders: Sendable, Equatable {
  /// The content folder that the configuration names.
  package let content: String?
  /// The folders of the theme.
  package let themes: [String]

  package init(
    content: String?, themes: [String]
  ) {
    self.content = content
    self.themes = themes
  }
}
