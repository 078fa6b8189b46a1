import Diagnostics
import Testing

@testable import Theming

/// A theme in memory, where `¦` marks the place that a message is expected at.
struct MarkedTheme {
  static let mark: Character = "¦"

  let theme: Theme
  let diagnostics: [Diagnostic]
  /// The marked places, as `path:line:column`, sorted.
  let marks: [String]

  /// Creates a theme of one layer, from the texts of its files by path.
  init(_ files: KeyValuePairs<String, String>) {
    self.init(layers: [files.map { ($0.key, $0.value) }])
  }

  /// Creates a theme with templates only, from their texts by name.
  init(templates: KeyValuePairs<String, String>) {
    self.init(layers: [templates.map { ("templates/\($0.key).mustache", $0.value) }])
  }

  /// Creates a theme of several layers, called `themes/0`, `themes/1` and so on.
  init(layers: [[(path: String, text: String)]]) {
    var marks: [String] = []
    let files = layers.enumerated().map { number, layer in
      layer.map { path, text in
        let shownAs = "themes/\(number)/\(path)"
        marks += Self.marks(in: text).map { "\(shownAs):\($0.line):\($0.column)" }
        let bytes = Array(text.filter { $0 != Self.mark }.utf8)
        return ThemeFile(path: path, shownAs: shownAs, bytes: bytes)
      }
    }
    (theme, diagnostics) = Theme.load(layers: files)
    self.marks = marks.sorted()
  }

  private static func marks(in text: String) -> [SourcePosition] {
    var marks: [SourcePosition] = []
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "¦": marks.append(SourcePosition(line: line, column: column))
      case "\n": (line, column) = (line + 1, 1)
      default: column += 1
      }
    }
    return marks
  }

  /// Writes a page with a template.
  func page(
    _ template: String, _ root: TemplateObject
  ) throws -> (text: String, diagnostics: [Diagnostic]) {
    let name = try #require(theme.template(for: [template]))
    var diagnostics: [Diagnostic] = []
    let bytes = theme.render(name, root, contentPath: "content/a.md", diagnostics: &diagnostics)
    return (String(decoding: bytes, as: UTF8.self), diagnostics)
  }
}

extension Sequence<Diagnostic> {
  /// The places, as `path:line:column`, sorted.
  var places: [String] {
    map { diagnostic in
      let position = diagnostic.location.position
      return "\(diagnostic.location.path):\(position?.line ?? 0):\(position?.column ?? 0)"
    }.sorted()
  }
}
