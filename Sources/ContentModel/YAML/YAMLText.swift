import Diagnostics
import TextEncoding
import YAMLParsing

/// A document of YAML or TOML inside a file: its text, and where it stands in the file.
struct YAMLText {
  /// The language of a document; both give the same nodes.
  enum Form {
    case yaml
    case toml
  }

  /// The most aliases that one document may hold: nested aliases multiply, so that a few lines
  /// could stand for billions of values.
  static let maxAliases = 24

  /// The longest document that somebody writes, in bytes: a type, a configuration, a vocabulary.
  static let longest = 1 << 20

  /// The file, relative to the source folder.
  let path: String
  /// The line of the file on which the document starts, from 1.
  let firstLine: Int
  /// The document.
  let text: String
  /// The language that it is in.
  var form = Form.yaml
  /// The most bytes that are read: a longer document is refused before anything is made of it.
  var limit = YAMLText.longest
  /// Where each line of a document starts that is a block of a sheet; none for any other.
  var lines: [SourceLocation] = []

  /// Parses the document into nodes that know their position.
  ///
  /// - Returns: The root node; nil when the document is empty or cannot be read, which is then
  ///   reported.
  func compose(reporting diagnostics: inout [Diagnostic]) -> YAMLNode? {
    guard text.utf8.count <= limit else {
      diagnostics.append(.documentTooLong(limit: limit, at: location(of: nil)))
      return nil
    }
    return switch form {
    case .yaml: composeYAML(reporting: &diagnostics)
    case .toml: composeTOML(reporting: &diagnostics)
    }
  }

  private func composeTOML(reporting diagnostics: inout [Diagnostic]) -> YAMLNode? {
    do {
      return try TOMLReader.read(text)
    } catch {
      diagnostics.append(
        .brokenTOML(error, at: location(of: error.mark, length: error.length)))
      return nil
    }
  }

  private func composeYAML(reporting diagnostics: inout [Diagnostic]) -> YAMLNode? {
    if let position = firstAliasTooMany() {
      diagnostics.append(.tooManyAliases(limit: Self.maxAliases, at: location(of: position)))
      return nil
    }
    if let position = firstNoBreakIndentation() {
      diagnostics.append(.noBreakSpace(at: location(of: position)))
      return nil
    }
    do {
      return try YAMLDocument.parse(text)
    } catch {
      diagnostics.append(brokenYAML(error))
      return nil
    }
  }

  /// Returns where a mark of the document stands in the file.
  func location(of mark: YAMLMark?, length: Int = 1) -> SourceLocation {
    guard let mark else {
      return lines.first ?? SourceLocation(path: path, line: firstLine, column: 1)
    }
    if !lines.isEmpty {
      return location(inBlock: SourcePosition(line: mark.line, column: mark.column), length)
    }
    return SourceLocation(
      path: path, line: mark.line + firstLine - 1, column: mark.column, length: length)
  }

  /// The lines of the document.
  var splitLines: [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Returns what follows a key on its line, when it is a comment that looks like a value: `#mot`.
  ///
  /// - Parameter lines: The lines of the document: ``splitLines``.
  func commentInsteadOfValue(
    of key: YAMLNode, in lines: [Substring.UnicodeScalarView]
  ) -> String? {
    // TOML has no empty values.
    guard form == .yaml else { return nil }
    let mark = key.mark
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let rest = String(lines[mark.line - 1].dropFirst(mark.column - 1 + key.writtenLength))
    let value = rest.trimmed.drop { $0 == ":" }.trimmed
    guard value.hasPrefix("#"), value.dropFirst().first?.isLetter == true else { return nil }
    return value
  }

  private func location(of position: SourcePosition) -> SourceLocation {
    lines.isEmpty
      ? SourceLocation(path: path, line: position.line + firstLine - 1, column: position.column)
      : location(inBlock: position, 1)
  }

  /// Returns the place in its file of a place in a block; what is missing at its end is told on its last
  /// line.
  private func location(inBlock position: SourcePosition, _ length: Int) -> SourceLocation {
    let start = lines[min(max(position.line, 1), lines.count) - 1]
    return SourceLocation(
      path: start.path, line: start.position?.line ?? 1,
      column: (start.position?.column ?? 1) + max(position.column, 1) - 1, length: length)
  }

  private func brokenYAML(_ error: YAMLError) -> Diagnostic {
    switch error {
    case .syntax(let problem, let mark, let context):
      // What nobody closed is noticed at the end, and best shown where it opens.
      let end = end
      let stop = SourcePosition(line: mark.line, column: mark.column)
      if let (fault, position) = fault(before: stop) {
        return .yamlFault(fault, at: location(of: position))
      }
      let opening = context.map { SourcePosition(line: $0.line, column: $0.column) }
      // libyaml ends a text on a line of its own, which the file may not have.
      let place = stop < end ? stop : min(opening ?? stop, end)
      return .brokenYAML(problem: problem, at: location(of: place))
    case .duplicateKeys(let duplicates, let mark):
      let key = duplicates.first ?? ""
      return .duplicateKey(
        key, firstLine: location(of: mark).position?.line,
        at: repetition(of: key, after: mark).map(location) ?? location(of: mark))
    case .unreadable(let problem, let offset):
      let position = LineIndex(Array(text.utf8)).position(atByte: offset)
      return .brokenYAML(problem: problem, at: location(of: position))
    }
  }

  /// The position after the last character.
  private var end: SourcePosition {
    let bytes = Array(text.utf8)
    return LineIndex(bytes).position(atByte: bytes.count)
  }

  /// Returns the position of the first alias past the limit, counting only those with an anchor.
  private func firstAliasTooMany() -> SourcePosition? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return nil
    }
    let anchors = Set(names(after: "&").map(\.name))
    let aliases = names(after: "*").filter { anchors.contains($0.name) }
    return aliases.count > Self.maxAliases ? aliases[Self.maxAliases].position : nil
  }

  /// Returns the names that follow a sign, with their positions.
  ///
  /// Whatever comes before the sign counts: a sign inside a text does no harm, as few texts hold
  /// both an anchor and many aliases of one name.
  private func names(after sign: Unicode.Scalar) -> [(name: String, position: SourcePosition)] {
    var names: [(String, SourcePosition)] = []
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, content) in lines.enumerated() where content.contains(sign) {
      let scalars = Array(content)
      for (column, scalar) in scalars.enumerated() where scalar == sign {
        let name = scalars[(column + 1)...].prefix(while: Self.isPartOfName)
        guard !name.isEmpty else { continue }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: name)
        names.append((String(text), SourcePosition(line: line + 1, column: column + 1)))
      }
    }
    return names
  }

  /// Whether libyaml takes a character as part of the name of an anchor.
  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
    default: false
    }
  }
}
