package import Books

/// What somebody asks of a book.
package struct BookOrder: Sendable {
  /// The sheets.
  package var selection = BookSelection.Request()
  /// What it is called; what was selected, or the site, says it otherwise.
  package var title: String?

  package init() {}
}
