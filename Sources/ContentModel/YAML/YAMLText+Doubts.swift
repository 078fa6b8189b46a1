import Diagnostics
import TextEncoding
import YAMLParsing

extension YAMLText {
  /// Reports values that YAML reads otherwise than they look: those between the curly quotes of a word
  /// processor, those that a `#` cuts short, and those that open with a sign of YAML's own.
  ///
  /// - Complexity: O(*n*) in the length of the document.
  func reportDoubts(in root: YAMLNode, reporting diagnostics: inout [Diagnostic]) {
    // TOML has no text without quotes.
    guard form == .yaml else { return }
    let bytes = Array(text.utf8)
    let hasSigns = ["#", "“", "‘", " !", " &"].contains {
      bytes.firstIndex(of: Array($0.utf8), from: 0) != nil
    }
    guard hasSigns else { return }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    reportDoubts(in: root, key: nil, lines, &diagnostics)
  }

  private func reportDoubts(
    in node: YAMLNode, key: String?, _ lines: [Substring.UnicodeScalarView],
    _ diagnostics: inout [Diagnostic]
  ) {
    switch node {
    case .scalar(let scalar):
      if let key, scalar.style == .plain, let taken = sign(before: scalar, in: lines) {
        diagnostics.append(
          .valueOpensWithSign(
            key, scalar.string, taken: taken,
            at: location(of: scalar.mark, length: taken.unicodeScalars.count)))
        return
      }
      guard scalar.style == .plain, !scalar.string.isEmpty else { return }
      let place = location(of: scalar.mark, length: node.writtenLength)
      if scalar.string.isBetweenCurlyQuotes {
        diagnostics.append(.curlyQuotes(scalar.string, at: place))
      } else if let key, let rest = comment(after: scalar, in: lines) {
        diagnostics.append(.valueCutShort(key, scalar.string, comment: rest, at: place))
      }
    case .sequence(let sequence):
      for node in sequence { reportDoubts(in: node, key: key, lines, &diagnostics) }
    case .mapping(let mapping):
      for (name, node) in mapping {
        reportDoubts(in: node, key: name.scalar?.string, lines, &diagnostics)
      }
    }
  }

  /// Returns the tag or the anchor that a value opens with, `!Alerte` or `&co`, unless it is one of YAML's
  /// or something refers to it.
  private func sign(
    before scalar: YAMLScalar, in lines: [Substring.UnicodeScalarView]
  ) -> String? {
    guard lines.indices.contains(scalar.mark.line - 1) else { return nil }
    let rest = lines[scalar.mark.line - 1].dropFirst(scalar.mark.column - 1)
    guard let first = rest.first, first == "!" || first == "&", rest.dropFirst().first != "!" else {
      return nil
    }
    let word = String(rest.prefix { !$0.properties.isWhitespace })
    if word.count < 2 || first == "&" && text.contains("*\(word.dropFirst())") { return nil }
    return word
  }

  /// Returns the comment that follows a value on its line and looks like the end of it: `#3 du lab`.
  private func comment(after scalar: YAMLScalar, in lines: [Substring.UnicodeScalarView]) -> String?
  {
    guard lines.indices.contains(scalar.mark.line - 1) else { return nil }
    let rest = lines[scalar.mark.line - 1].dropFirst(scalar.mark.column - 1)
    let value = scalar.string.unicodeScalars
    guard rest.starts(with: value) else { return nil }
    let end = rest.dropFirst(value.count)
    let comment = end.drop { $0 == " " || $0 == "\t" }
    // A comment that is meant as one has a space after its sign.
    guard comment.count < end.count, comment.first == "#", let next = comment.dropFirst().first,
      next.properties.isAlphabetic || next.properties.numericType != nil
    else { return nil }
    return String(comment.last == "\r" ? comment.dropLast() : comment)
  }
}
