/// The folders that a site is read from, and the files that may lie in others.
package struct SourceFolders: Sendable, Equatable {
  /// The content folder that the configuration names.
  package let content: String?
  /// The folders of the theme.
  package let themes: [String]
  /// The files, be they there or not, that sheets include.
  package let included: [String]

  package init(
    content: String?, themes: [String], included: [String] = []
  ) {
    self.included = included
    self.content = content
    self.themes = themes
  }
}
