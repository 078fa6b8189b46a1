import Diagnostics
import TextEncoding
import YAMLParsing

/// Writes what a row gives a sheet as the text of a file, and notes where each line comes from.
struct RowText {
  /// The text so far.
  var text: String { lines.joined(separator: "\n") + "\n" }
  /// Where each line is written in the data file.
  private(set) var places: [RowPlace] = []
  private var lines: [String] = []
  private let start: SourcePosition
  /// Whether values are the cells of a table: no quote is a part of one, and none is nothing but when empty.
  private let isTable: Bool

  /// Begins the text of a row.
  ///
  /// - Parameter start: Where the row starts in its file.
  init(start: SourcePosition, isTable: Bool) {
    self.start = start
    self.isTable = isTable
    append("---", RowPlace(value: start))
  }

  /// Adds a key of the front matter.
  ///
  /// - Parameter keyMark: Where the key is written; nil for the cells of a table.
  mutating func add(_ key: String, at keyMark: YAMLMark?, _ value: YAMLNode) {
    add(key, at: keyMark, value, after: "")
  }

  /// Ends the front matter, and adds the body.
  mutating func finish(body: YAMLScalar?) {
    append("---", RowPlace(value: start))
    guard let body, !body.string.trimmed.isEmpty else { return }
    append("", RowPlace(value: SourcePosition(body.mark)))
    let lines = body.string.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    for (index, line) in lines.enumerated() {
      append(String(line), place(ofLine: index, of: body))
    }
  }

  private func place(ofLine index: Int, of body: YAMLScalar) -> RowPlace {
    let mark = body.mark
    switch body.style {
    case .literal:
      // Its lines stand below the sign, at an indentation that nobody tells.
      return RowPlace(value: SourcePosition(line: mark.line + 1 + index, column: 1))
    case _ where isTable && index > 0:
      return RowPlace(
        value: SourcePosition(line: mark.line + index, column: 1), isVerbatim: true)
    default:
      return RowPlace(
        value: SourcePosition(line: mark.line, column: mark.column + width(ofQuote: body)),
        isVerbatim: index == 0 && body.style != .folded)
    }
  }

  private mutating func add(
    _ key: String, at keyMark: YAMLMark?, _ value: YAMLNode, after lead: String
  ) {
    let start = lead + Self.written(key) + ":"
    let inner = String(repeating: " ", count: lead.unicodeScalars.count) + "  "
    switch value {
    case .scalar(let scalar):
      append(scalar, after: start + " ", at: keyMark)
    case .sequence(let sequence) where sequence.isEmpty:
      append(start + " []", RowPlace(value: SourcePosition(sequence.mark)))
    case .mapping(let mapping) where mapping.isEmpty:
      append(start + " {}", RowPlace(value: SourcePosition(mapping.mark)))
    case .sequence(let sequence):
      append(start, place(ofKey: keyMark, sequence.mark, below: start))
      for element in sequence { add(element: element, after: inner + "- ") }
    case .mapping(let mapping):
      append(start, place(ofKey: keyMark, mapping.mark, below: start))
      add(mapping, after: inner, keysHavePlaces: keyMark != nil)
    }
  }

  /// Adds the keys of a mapping, the first one after what may be the sign of a list.
  private mutating func add(
    _ mapping: YAMLMapping, after lead: String, keysHavePlaces: Bool = true
  ) {
    var lead = lead
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { continue }
      add(name, at: keysHavePlaces ? key.mark : nil, value, after: lead)
      lead = String(repeating: " ", count: lead.unicodeScalars.count)
    }
  }

  private mutating func add(element: YAMLNode, after lead: String) {
    let inner = String(repeating: " ", count: lead.unicodeScalars.count)
    switch element {
    case .scalar(let scalar): append(scalar, after: lead, at: nil)
    case .sequence(let sequence) where sequence.isEmpty:
      append(lead + "[]", RowPlace(value: SourcePosition(sequence.mark)))
    case .mapping(let mapping) where mapping.isEmpty:
      append(lead + "{}", RowPlace(value: SourcePosition(mapping.mark)))
    case .sequence(let sequence):
      append(Self.withoutEnd(lead), RowPlace(value: SourcePosition(sequence.mark)))
      for element in sequence { add(element: element, after: inner + "- ") }
    case .mapping(let mapping):
      add(mapping, after: lead)
    }
  }

  /// Adds a line that a text ends.
  private mutating func append(_ scalar: YAMLScalar, after start: String, at key: YAMLMark?) {
    let mark = SourcePosition(scalar.mark)
    guard isTable ? !scalar.string.isEmpty : !YAMLNode.scalar(scalar).isNull else {
      append(Self.withoutEnd(start), RowPlace(key: key.map(SourcePosition.init), value: mark))
      return
    }
    let written = Self.written(scalar.string)
    let isQuoted = written.hasPrefix("\"")
    let column = start.unicodeScalars.count + 1
    let length = written.unicodeScalars.count - (isQuoted ? 2 : 0)
    append(
      start + written,
      RowPlace(
        key: key.map(SourcePosition.init),
        value: SourcePosition(line: mark.line, column: mark.column + width(ofQuote: scalar)),
        valueColumn: column, wordsColumn: column + (isQuoted ? 1 : 0),
        isVerbatim: ![.literal, .folded].contains(scalar.style)
          && length == scalar.string.unicodeScalars.count))
  }

  /// How many signs stand before the words of a value in its file.
  private func width(ofQuote scalar: YAMLScalar) -> Int {
    !isTable && [.singleQuoted, .doubleQuoted].contains(scalar.style) ? 1 : 0
  }

  private func place(
    ofKey key: YAMLMark?, _ value: YAMLMark, below start: String
  ) -> RowPlace {
    RowPlace(
      key: key.map(SourcePosition.init), value: SourcePosition(value),
      valueColumn: start.unicodeScalars.count + 1)
  }

  private mutating func append(_ line: String, _ place: RowPlace) {
    lines.append(line)
    places.append(place)
  }

  /// Returns the start of a line without the spaces at its end.
  private static func withoutEnd(_ start: String) -> String {
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }

  /// Returns a text as YAML, on one line.
  private static func written(_ text: String) -> String {
    YAMLScalarText.plain(text, isInFlow: false, isText: false) ?? YAMLScalarText.doubleQuoted(text)
  }
}
