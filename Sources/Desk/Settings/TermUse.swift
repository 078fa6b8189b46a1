import ContentModel
import Diagnostics
import SiteGraph
import SiteLoading
import YAMLParsing

/// Which sheets have the terms of a vocabulary.
struct TermUse {
  private let vocabulary: Vocabulary?
  private let id: String
  private let sheets: [Sheet]
  private let language: String

  init(of id: String, in site: DeskSite) {
    self.id = id
    vocabulary = site.commons.site.vocabularies[id]
    sheets = site.commons.site.files.compactMap(\.sheet)
    language = site.commons.site.configuration.language
  }

  /// Returns what a new version of the vocabulary would break: terms that go and are in use, and two
  /// terms of one name.
  func problems(with new: Vocabulary, _ text: String, at path: String) -> [Diagnostic] {
    let location = Self.location(in: text, at: path)
    var seen: Set<String> = []
    let twice = new.terms.filter { !seen.insert($0.id).inserted }
    let gone = (vocabulary?.terms ?? []).filter { !seen.contains($0.id) }
    return twice.map { .termTwice($0.label.text(in: language), at: location) }
      + gone.compactMap { term in
        let titles = titles(of: term.id)
        return titles.isEmpty
          ? nil : .termInUse(term.label.text(in: language), titles: titles, at: location)
      }
  }

  /// The titles of the sheets that have a term.
  private func titles(of term: String) -> [String] {
    sheets.filter { sheet in
      sheet.type.allFields.contains { field in
        sheet.fields[field.key].map { has(term, $0, field.kind) } ?? false
      }
    }.map(\.title)
  }

  private func has(_ term: String, _ value: FieldValue, _ kind: FieldKind) -> Bool {
    value.elements.contains { value in
      switch value {
      case .term(let own): kind.vocabulary == id && own == term
      case .object(let values):
        kind.fields.contains { field in
          values[field.key].map { has(term, $0, field.kind) } ?? false
        }
      default: false
      }
    }
  }

  /// Where a vocabulary lists its terms.
  private static func location(in text: String, at path: String) -> SourceLocation {
    let root = try? YAMLDocument.parse(text)
    let entry = root?.mapping?.first { $0.key.scalar?.string == Vocabulary.Key.terms.rawValue }
    return SourceLocation(
      path: path,
      position: (entry?.key.mark).map { SourcePosition(line: $0.line, column: $0.column) })
  }
}

extension Diagnostic {
  /// The ids of what keeps a vocabulary from being written.
  static let idsOfLostTerms: Set<String> = ["vocabulary.in-use", "vocabulary.twice"]

  fileprivate static func termInUse(
    _ term: String, titles: [String], at location: SourceLocation
  ) -> Diagnostic {
    let most = 5
    let more = titles.count - most
    let names = titles.prefix(most)
    let isOne = titles.count == 1
    return Diagnostic(
      .error, id: "vocabulary.in-use", at: location,
      LocalizedText(
        fr: "« \(term) » sert encore à \(isOne ? "une fiche" : "\(titles.count) fiches") : "
          + names.map { "« \($0) »" }.joined(separator: ", ")
          + (more > 0 ? more == 1 ? " et une autre" : " et \(more) autres" : ""),
        en: "“\(term)” is still used by \(isOne ? "a sheet" : "\(titles.count) sheets"): "
          + names.map { "“\($0)”" }.joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : "")),
      suggestion: LocalizedText(
        fr: "remettez le terme, ou changez d’abord ces fiches",
        en: "put the term back, or change these sheets first"))
  }

  fileprivate static func termTwice(_ term: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.twice", at: location,
      LocalizedText(
        fr: "deux termes s’appellent « \(term) »", en: "two terms are called “\(term)”"),
      expected: LocalizedText(fr: "un autre nom", en: "another name"))
  }
}
