extension SectionTree {
  /// The folders at the top of the content, with a slash at their end.
  package var topFolders: [String] {
    sections[0].children.map { sections[$0].id + "/" }
  }
}
