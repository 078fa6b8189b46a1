public import Diagnostics
import TextEncoding

/// A way of gathering sheets by the words that they bear, each of which has a page: the tags, or what
/// a site names in `taxonomies`.
public struct Taxonomy: Sendable, Hashable {
  /// Where the words of a sheet come from.
  public enum Source: Sendable, Hashable {
    /// Its tags.
    case tags
    /// Who wrote it.
    case authors
    /// The terms of a vocabulary, in any field of its type.
    case vocabulary(String)
    /// A field: one that types declare, or a key of front matter that none knows.
    case field(String)
  }

  /// The name by which the site asks for it.
  public let name: String
  /// Where its words come from.
  public let source: Source
  /// What readers see; nil where the theme has a word for it.
  public let label: Label?
  /// A sentence about it, where its vocabulary has one.
  public let description: Label?
  /// The vocabulary that the words are terms of, where all are of one.
  public let vocabulary: String?
  /// The field that it adds to every type, when no type knows its key.
  public let addedField: FieldDefinition?
  /// Where the site asks for it.
  public let location: SourceLocation

  /// The tags.
  public static let tags = Taxonomy(
    name: "tags", source: .tags, location: SourceLocation(path: "archipel.yaml"))

  init(
    name: String, source: Source, label: Label? = nil, description: Label? = nil,
    vocabulary: String? = nil, addedField: FieldDefinition? = nil, location: SourceLocation
  ) {
    self.name = name
    self.source = source
    self.label = label
    self.description = description
    self.vocabulary = vocabulary
    self.addedField = addedField
    self.location = location
  }

  /// The key of front matter that holds the words, where it is one.
  public var key: String? {
    switch source {
    case .tags: "tags"
    case .authors: "authors"
    case .field(let key): key
    case .vocabulary: nil
    }
  }

  /// The folder of its pages, unless something else is there.
  public var folder: String { PortableName.path(Slug.make(from: name)) }

  /// Returns the words that a sheet bears, as it writes them; of terms, their ids.
  func words(of sheet: Sheet) -> [String] {
    switch source {
    case .tags: sheet.tags
    case .authors: sheet.authors
    case .vocabulary(let id):
      sheet.type.fields.filter { $0.kind.vocabulary == id }.flatMap {
        Self.words(of: $0, in: sheet)
      }
    case .field(let key):
      sheet.type.field(key).map { Self.words(of: $0, in: sheet) } ?? []
    }
  }

  private static func words(of field: FieldDefinition, in sheet: Sheet) -> [String] {
    (sheet.fields[field.key]?.elements ?? []).compactMap { value in
      switch field.kind.facet(of: value) {
      case .word(let word), .tag(let word), .term(let word, _): word
      case .step, .span, .none: nil
      }
    }
  }

  /// Gathers the words of sheets.
  ///
  /// - Parameters:
  ///   - vocabularies: Those of the site, which order and name the terms of one.
  ///   - language: The language in which terms are named.
  /// - Complexity: That of ``TagIndex``.
  public func index(
    _ sheets: [Sheet], vocabularies: [String: Vocabulary], language: String
  ) -> TagIndex {
    guard let vocabulary = vocabulary.flatMap({ vocabularies[$0] }) else {
      return TagIndex(sheets, words: words)
    }
    return TagIndex(sheets, words: words) { word in
      vocabulary.term(named: word).map { term in
        (
          rank: vocabulary.rank(of: term.id) ?? .max, label: term.label.text(in: language)
        )
      }
    }
  }
}
