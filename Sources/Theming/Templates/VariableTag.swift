import Diagnostics

/// A tag of a template that reads a value: `{{page.title}}`, `{{#items}}`, `{{^items}}`, `{{.}}`.
struct VariableTag: Sendable {
  /// The first name of the path, as `page`; empty for the value in hand.
  ///
  /// It stands apart because every look-up reads it: a short text costs no reference count, which
  /// workers that share the theme would fight over.
  let first: String
  /// The names that follow, as `["title"]`.
  let rest: [String]
  /// Where the tag opens, in the file it was written in.
  let location: SourceLocation

  /// Creates a tag from its path as it was written: `page.title`, or `.` for the value in hand.
  init(path: String, location: SourceLocation) {
    let names = path.split(separator: ".").map(String.init)
    first = names.first ?? ""
    rest = Array(names.dropFirst())
    self.location = location
  }

  /// Whether it names a value, rather than the one in hand.
  var hasPath: Bool { !first.isEmpty }

  /// The names from the first to the last.
  var path: [String] { first.isEmpty ? [] : [first] + rest }

  /// The path as it was written.
  var name: String { first.isEmpty ? "." : path.joined(separator: ".") }
}
