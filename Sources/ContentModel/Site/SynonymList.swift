public import Diagnostics
import TextEncoding
import YAMLParsing

/// Words that mean the same to those who search the site: `content/_synonymes.yaml`.
///
/// ```yaml
/// groupes:
///   - [post-it, papillon adhésif, note adhésive]
///   - [utilisateur, usager]
/// ```
public struct SynonymList: Sendable, Hashable {
  /// The most words of one entry: what is longer is a text, not a name.
  static let maxWords = 6
  /// The most letters of one entry.
  static let maxLetters = 80
  /// The most entries of one group.
  static let maxEntries = 40
  /// The most groups: a query loads all of them.
  static let maxGroups = 1_000

  /// The words or names of each group, as they are written.
  public private(set) var groups: [[String]] = []

  /// Creates a list without groups.
  public init() {}

  /// Reads the file; what cannot be used is reported and left out.
  public init(path: String, text: String, reporting diagnostics: inout [Diagnostic]) {
    let yaml = YAMLText(path: path, firstLine: 1, text: text)
    guard var reader = MappingReader(documentOf: yaml, reporting: &diagnostics) else { return }
    var first: [String: (group: Int, location: SourceLocation)] = [:]
    if let node = reader.node("groupes", "groups") {
      guard let lists = node.sequence else {
        diagnostics.append(.synonymsAreNoGroups(at: reader.location(of: node)))
        return
      }
      for (number, list) in lists.enumerated() {
        let location = reader.location(of: list)
        guard number < Self.maxGroups else {
          diagnostics.append(.tooManySynonyms(limit: Self.maxGroups, at: location))
          break
        }
        guard let entries = list.sequence else {
          diagnostics.append(.synonymsAreNoGroups(at: location))
          continue
        }
        guard entries.count <= Self.maxEntries else {
          diagnostics.append(.tooManySynonyms(limit: Self.maxEntries, at: location))
          continue
        }
        var group: [String] = []
        for entry in entries {
          let location = reader.location(of: entry)
          guard let written = entry.scalar?.string.trimmed, Self.isName(written) else {
            diagnostics.append(
              .unusableSynonym(entry.scalar?.string ?? "", words: Self.maxWords, at: location))
            continue
          }
          // A word of two groups would join all of both, and so on in a circle.
          if let known = first[Slug.make(from: written)] {
            diagnostics.append(
              .synonymGivenTwice(
                written, line: known.location.position?.line ?? 0,
                isSameGroup: known.group == number, at: location))
            continue
          }
          first[Slug.make(from: written)] = (number, location)
          group.append(written)
        }
        if group.count > 1 {
          groups.append(group)
        } else if entries.count < 2 {
          diagnostics.append(.synonymAlone(at: location))
        }
      }
    }
    reader.finish(into: &diagnostics)
  }

  private static func isName(_ text: String) -> Bool {
    !Slug.make(from: text).isEmpty && text.count <= maxLetters
      && text.split(whereSeparator: \.isWhitespace).count <= maxWords
      && !text.hasControlCharacters
  }
}
