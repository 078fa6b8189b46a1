package import ContentModel
package import Diagnostics
import YAMLParsing

/// Where in a form something is said of a sheet.
package struct FieldPlace: Sendable, Hashable {
  /// The key of the field, then the row and the key in it, and so on; empty for the sheet itself.
  package let path: [String]
  /// The line of the text below the front matter, from 1, when it is about that.
  package let bodyLine: Int?
}

extension OpenedSheet {
  /// Finds the field that a diagnostic speaks of.
  package func place(of diagnostic: Diagnostic, type: ContentType) -> FieldPlace {
    place(of: diagnostic, among: FormFields(of: type))
  }

  /// Finds the field that a diagnostic speaks of, among those that the file may hold.
  func place(of diagnostic: Diagnostic, among all: FormFields) -> FieldPlace {
    guard let position = diagnostic.location.position else {
      return FieldPlace(path: [], bodyLine: nil)
    }
    let bodyLine = position.line - bodyFirstLine
    guard let frontMatter, isYAML || bodyLine < 0 || frontMatter.range.isEmpty else {
      return FieldPlace(path: [], bodyLine: max(1, bodyLine + 1 - skippedLines))
    }
    let mark = YAMLMark(
      line: position.line - frontMatter.firstLine + 1, column: position.column)
    var path: [String] = []
    var missing = Self.missing(diagnostic, among: all.all, at: path)
    var fields = all.all
    var node = frontMatter.layout
    while let layout = node {
      switch layout.content {
      case .mapping(let entries, _):
        guard let entry = entries.last(where: { $0.key.mark <= mark }),
          let key = entry.key.string
        else { return FieldPlace(path: missing ?? path, bodyLine: nil) }
        let field = path.isEmpty ? all[key] : fields.first { $0.key == key }
        path.append(field?.key ?? key)
        fields = field?.parts ?? []
        node = entry.value
      case .sequence(let items, _):
        guard let index = items.lastIndex(where: { $0.mark <= mark }) else {
          return FieldPlace(path: missing ?? path, bodyLine: nil)
        }
        path.append(String(index))
        node = items[index]
      case .scalar, .alias: node = nil
      }
      if case .mapping? = node?.content {
        missing = Self.missing(diagnostic, among: fields, at: path) ?? missing
      }
    }
    return FieldPlace(path: missing ?? path, bodyLine: nil)
  }

  /// A field that is missing has no place: it is said where its object starts.
  private static func missing(
    _ diagnostic: Diagnostic, among fields: [FormField], at path: [String]
  ) -> [String]? {
    fields.first { $0.definition.map(diagnostic.tellsOfMissing) ?? false }
      .map { path + [$0.key] }
  }

  /// The line of the file on which the body starts, from 1.
  private var bodyFirstLine: Int {
    bytes[..<bodyStart].count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// How many empty lines stand above the text that a form shows.
  private var skippedLines: Int { BodyText(bytes[bodyStart...]).skippedLines }
}

extension YAMLMark {
  fileprivate static func <= (left: YAMLMark, right: YAMLMark) -> Bool {
    (left.line, left.column) <= (right.line, right.column)
  }
}
