import Diagnostics
import Yams

/// A file of interface words: `langues/fr.yaml`, a map from keys to texts.
struct WordFile {
  private(set) var words: [String: Word] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String

  /// Reads a file of words.
  init(_ file: ThemeFile) {
    path = file.shownAs
    do {
      guard let node = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self)) else {
        return
      }
      read(node)
    } catch YamlError.parser(_, let problem, let mark, _) {
      diagnostics.append(.unreadableWords(problem, at: location(of: mark)))
    } catch YamlError.scanner(_, let problem, let mark, _) {
      diagnostics.append(.unreadableWords(problem, at: location(of: mark)))
    } catch {
      let location = SourceLocation(path: path)
      diagnostics.append(.unreadableWords(String(describing: error), at: location))
    }
  }

  private mutating func read(_ node: Node) {
    guard let mapping = node.mapping else {
      diagnostics.append(.unreadableWords("map", at: location(of: node.mark)))
      return
    }
    for (key, value) in mapping {
      guard let name = key.string else { continue }
      if let word = word(value) {
        words[name] = word
      } else {
        diagnostics.append(.unexpectedWord(name, at: location(of: key.mark)))
      }
    }
  }

  private func word(_ node: Node) -> Word? {
    switch node {
    case .scalar(let scalar): return .text(scalar.string)
    case .sequence(let sequence):
      let texts = sequence.compactMap(\.scalar?.string)
      return texts.count == sequence.count ? .list(texts) : nil
    case .mapping(let mapping):
      guard let one = mapping["one"]?.scalar?.string, let other = mapping["other"]?.scalar?.string
      else { return nil }
      return .plural(one: one, two: mapping["two"]?.scalar?.string, other: other)
    default: return nil
    }
  }

  private func location(of mark: Mark?) -> SourceLocation {
    guard let mark else { return SourceLocation(path: path) }
    return SourceLocation(path: path, line: mark.line, column: mark.column)
  }
}
