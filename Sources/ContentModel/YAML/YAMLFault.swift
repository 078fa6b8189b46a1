import Diagnostics
import YAMLParsing

/// A common mistake of YAML, seen in the lines of a document as a person would see it.
///
/// libyaml says where it stopped, often a line below the mistake, and in words about its grammar.
enum YAMLFault: Equatable {
  /// What git leaves where two versions of a file contradict each other.
  case conflictMark
  /// A tab before the first word of a line.
  case tab
  /// A space that YAML takes for a letter.
  case noBreakSpace
  /// `titre:"Fiche"`.
  case missingSpace(key: String, value: String)
  /// `titre= Fiche`.
  case equalsSign(key: String, value: String)
  /// A line that is neither a key, an element of a list nor the rest of a value.
  case missingColon
  /// A quote or a bracket that nothing closes.
  case unclosed(Unicode.Scalar)
  /// A list whose elements start as in a text processor: `– un`, `• un`.
  case wrongBullet(Unicode.Scalar)
  /// `-titre: Fiche`.
  case gluedHyphen
  /// A value whose quote closes before its end: `'Au début d'une rencontre'`.
  case closedEarly(Unicode.Scalar, key: String, value: String)
  /// A value that needs quotes, for its first sign or for a colon inside it.
  case bareValue(key: String, value: String)
  /// A line that starts neither where its neighbours do nor two spaces further.
  case misaligned
}

extension YAMLText {
  /// Returns the mistake that made reading stop at a place, and where it is.
  func fault(before stop: SourcePosition) -> (fault: YAMLFault, position: SourcePosition)? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(YAMLLine.init)
    if let index = lines.firstIndex(where: \.isConflictMark) {
      return (.conflictMark, SourcePosition(line: index + 1, column: 1))
    }
    if let unclosed = unclosed(in: lines.prefix(stop.line), of: lines) { return unclosed }
    for (index, line) in lines.prefix(stop.line).enumerated().reversed() {
      if let (fault, column) = line.fault {
        return (fault, SourcePosition(line: index + 1, column: column))
      }
      // The line where reading stopped may be right, and what is wrong above it.
      if index + 1 == stop.line || line.isSkipped { continue }
      if line.isEntry { break }
      if line.indentation.isEmpty {
        return (.missingColon, SourcePosition(line: index + 1, column: 1))
      }
    }
    guard lines.indices.contains(stop.line - 1), lines[stop.line - 1].startsWithEntry(at: stop)
    else { return nil }
    return (.misaligned, stop)
  }

  /// Returns what is wrong with a document that has no keys.
  func problemWithoutKeys(_ root: YAMLNode) -> Diagnostic {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.prefix(100).enumerated() {
      guard let (fault, column) = YAMLLine(line).fault else { continue }
      return .yamlFault(
        fault, at: location(of: YAMLMark(line: index + 1, column: column)))
    }
    return .expectedMapping(at: location(of: root.mark))
  }

  /// Returns the lines of some keys that can be read each by itself.
  func lines(of keys: Set<String>) -> YAMLMapping {
    guard form == .yaml, text.utf8.count <= limit else { return YAMLMapping([]) }
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var seen: Set<String> = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let key = String(line.prefix { $0 != ":" })
      guard keys.contains(key), seen.insert(key).inserted else { continue }
      // Above it, empty lines keep its place.
      let above = String(repeating: "\n", count: index)
      let root = try? YAMLDocument.parse("\(above)\(line)")
      guard let pair = root?.mapping?.first, pair.value.scalar != nil else { continue }
      pairs.append(pair)
    }
    return YAMLMapping(pairs)
  }

  /// Returns where a key is written again, in a line of its own below the first place; nil when it
  /// is between braces.
  func repetition(of key: String, after first: YAMLMark) -> SourcePosition? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let beginning = String(repeating: " ", count: max(0, first.column - 1)) + key
    return lines.indices.dropFirst(first.line).first { index in
      lines[index].starts(with: beginning.unicodeScalars)
        && lines[index].dropFirst(beginning.unicodeScalars.count).drop { $0 == " " }.first == ":"
    }.map { SourcePosition(line: $0 + 1, column: first.column) }
  }

  /// Returns where a line starts with a space that is taken for the first letter of a key.
  func firstNoBreakIndentation() -> SourcePosition? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.first?.isNoBreakSpace == true }.map {
      SourcePosition(line: $0 + 1, column: 1)
    }
  }

  /// Returns where a quote or a bracket opens a value on a line that does not close it.
  ///
  /// Values may go on for lines, but not over one that reads as the next key or element.
  private func unclosed(
    in candidates: ArraySlice<YAMLLine>, of lines: [YAMLLine]
  ) -> (YAMLFault, SourcePosition)? {
    for (index, line) in candidates.enumerated() {
      guard let (opening, column) = line.unclosedValue else { continue }
      let next = lines.dropFirst(index + 1).first { !$0.isSkipped }
      guard next.map(\.isEntry) ?? true else { continue }
      return (.unclosed(opening), SourcePosition(line: index + 1, column: column))
    }
    return nil
  }
}
