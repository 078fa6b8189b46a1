import Diagnostics

/// A tag of a template that reads a value: `{{page.title}}`, `{{#items}}`, `{{^items}}`, `{{.}}`.
struct LookupTag: Sendable {
  /// The names from the first to the last, as `["page", "title"]`; none for the value in hand.
  let path: [String]
  /// Where the tag opens, in the file it was written in.
  let location: SourceLocation

  /// The path as it was written.
  var name: String { path.isEmpty ? "." : path.joined(separator: ".") }
}
