package import Books
package import Diagnostics

/// A book, or why there is none.
package struct BookReport: Sendable {
  /// What was found, sorted by path and line.
  package let diagnostics: [Diagnostic]
  /// The book; nil with an error.
  package let book: Book?
  /// Gives the pictures that it shows.
  package let pictures: BookPictures.Source
}
