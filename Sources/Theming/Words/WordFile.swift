import Diagnostics
import YAMLParsing

/// A file of interface words: `langues/fr.yaml`, a map from keys to texts.
struct WordFile {
  private(set) var words: [String: Word] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String

  /// Reads a file of words.
  init(_ file: ThemeFile) {
    path = file.shownAs
    do {
      guard let node = try YAMLDocument.parse(String(decoding: file.bytes, as: UTF8.self)) else {
        return
      }
      read(node)
    } catch {
      diagnostics.append(.unreadableWords(error.description, at: location(of: error)))
    }
  }

  private mutating func read(_ node: YAMLNode) {
    guard let mapping = node.mapping else {
      diagnostics.append(.unreadableWords("map", at: location(of: node.mark)))
      return
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { continue }
      if let word = word(value) {
        words[name] = word
      } else {
        diagnostics.append(.unexpectedWord(name, at: location(of: key.mark)))
      }
    }
  }

  private func word(_ node: YAMLNode) -> Word? {
    switch node {
    case .scalar(let scalar): return .text(scalar.string)
    case .sequence(let sequence):
      let texts = sequence.compactMap(\.scalar?.string)
      return texts.count == sequence.count ? .list(texts) : nil
    case .mapping(let mapping):
      guard let one = mapping["one"]?.scalar?.string, let other = mapping["other"]?.scalar?.string
      else { return nil }
      return .plural(one: one, two: mapping["two"]?.scalar?.string, other: other)
    }
  }

  private func location(of mark: YAMLMark) -> SourceLocation {
    SourceLocation(path: path, line: mark.line, column: mark.column)
  }

  private func location(of error: YAMLError) -> SourceLocation {
    switch error {
    case .syntax(_, let mark, _), .duplicateKeys(_, let mark): location(of: mark)
    case .unreadable: SourceLocation(path: path)
    }
  }
}
