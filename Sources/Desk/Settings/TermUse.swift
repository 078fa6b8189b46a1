import ContentModel
import Diagnostics
import SiteGraph
import SiteLoading
import YAMLParsing

/// Which sheets have the terms of a vocabulary.
struct TermUse {
  /// What would part a term from its sheets.
  private enum Loss {
    /// It is in the list no more.
    case gone
    /// Another term takes a name by which sheets may know it.
    case taken(String)
  }

  /// How many terms are told of at once.
  private static let most = 5

  /// The terms as the last build has them.
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

  /// Returns what a new version of the vocabulary would break: terms that go and are in use, or that lose
  /// a name to another, and two terms of one name.
  func problems(with new: Vocabulary, _ text: String, at path: String) -> [Diagnostic] {
    let location = Self.location(in: text, at: path)
    return twice(in: new).map { .termTwice($0.label.text(in: language), at: location) }
      + losses(by: new, at: location)
  }

  /// The terms of a new version that have the id of another, but for those that had it before.
  private func twice(in new: Vocabulary) -> [Vocabulary.Term] {
    var before: [String: Int] = [:]
    for term in vocabulary?.terms ?? [] { before[term.id, default: 0] += 1 }
    var now: [String: Int] = [:]
    return new.terms.filter { term in
      now[term.id, default: 0] += 1
      return now[term.id, default: 0] > max(1, before[term.id, default: 1])
    }
  }

  // MARK: Terms that sheets would lose

  private func losses(by new: Vocabulary, at location: SourceLocation) -> [Diagnostic] {
    let kept = Set(new.terms.map(\.id))
    let losses = (vocabulary?.terms ?? []).compactMap { term in
      loss(of: term, in: new, keeping: kept).map { (term: term, loss: $0) }
    }
    guard !losses.isEmpty else { return [] }
    let titlesByTerm = titlesByTerm
    var found: [Diagnostic] = []
    for (term, loss) in losses {
      guard let titles = titlesByTerm[term.id] else { continue }
      switch loss {
      case .gone:
        found.append(.termInUse(term.label.text(in: language), titles: titles, at: location))
      case .taken(let name): found.append(.nameTaken(name, titles: titles, at: location))
      }
    }
    guard found.count > Self.most else { return found }
    let more = Diagnostic.otherTerms(found.count - Self.most, at: location)
    return Array(found.prefix(Self.most)) + [more]
  }

  /// What would part a term from the sheets that may have it, each by any of its names.
  private func loss(
    of term: Vocabulary.Term, in new: Vocabulary, keeping kept: Set<String>
  ) -> Loss? {
    guard kept.contains(term.id) else { return .gone }
    let names = [term.id] + term.label.texts.values.sorted() + term.synonyms
    let taken = names.first { name in
      // A name that has led to another term all along is no news.
      guard vocabulary?.term(named: name)?.id == term.id, let now = new.term(named: name) else {
        return false
      }
      return now.id != term.id
    }
    return taken.map { Loss.taken($0) }
  }

  /// The titles of the sheets that have each term, by its id.
  private var titlesByTerm: [String: [String]] {
    var titles: [String: [String]] = [:]
    for sheet in sheets {
      var terms: Set<String> = []
      for field in sheet.type.allFields {
        if let value = sheet.fields[field.key] { collect(value, field.kind, into: &terms) }
      }
      for term in terms { titles[term, default: []].append(sheet.title) }
    }
    return titles
  }

  /// Adds the terms of the vocabulary that a value holds.
  private func collect(_ value: FieldValue, _ kind: FieldKind, into terms: inout Set<String>) {
    for element in value.elements {
      switch element {
      case .term(let term):
        if kind.vocabulary == id { terms.insert(term) }
      case .object(let values):
        for field in kind.fields {
          if let value = values[field.key] { collect(value, field.kind, into: &terms) }
        }
      default: break
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
  static let idsOfLostTerms: Set<String> = [
    "vocabulary.in-use", "vocabulary.name-taken", "vocabulary.others", "vocabulary.twice",
  ]

  fileprivate static func termInUse(
    _ term: String, titles: [String], at location: SourceLocation
  ) -> Diagnostic {
    let sheets = LocalizedText(sheets: titles)
    return Diagnostic(
      .error, id: "vocabulary.in-use", at: location,
      LocalizedText(
        fr: "« \(term) » sert encore à \(sheets.french)",
        en: "“\(term)” is still used by \(sheets.english)"),
      suggestion: LocalizedText(
        fr: "remettez le terme, ou changez d’abord ces fiches",
        en: "put the term back, or change these sheets first"))
  }

  fileprivate static func nameTaken(
    _ name: String, titles: [String], at location: SourceLocation
  ) -> Diagnostic {
    let sheets = LocalizedText(sheets: titles)
    return Diagnostic(
      .error, id: "vocabulary.name-taken", at: location,
      LocalizedText(
        fr: "un autre terme prend le nom « \(name) », qui sert peut-être à \(sheets.french)",
        en: "another term takes the name “\(name)”, which may be used by \(sheets.english)"),
      expected: LocalizedText(fr: "un autre nom", en: "another name"))
  }

  /// Says how many more terms are lost than those that are told of.
  fileprivate static func otherTerms(_ count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.others", at: location,
      count == 1
        ? LocalizedText(
          fr: "un autre terme manquerait à des fiches", en: "sheets would lack one more term")
        : LocalizedText(
          fr: "\(count) autres termes manqueraient à des fiches",
          en: "sheets would lack \(count) more terms"))
  }

  fileprivate static func termTwice(_ term: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.twice", at: location,
      LocalizedText(
        fr: "deux termes s’appellent « \(term) »", en: "two terms are called “\(term)”"),
      expected: LocalizedText(fr: "un autre nom", en: "another name"))
  }
}

extension LocalizedText {
  /// Says how many sheets there are, and the titles of the first five.
  fileprivate init(sheets titles: [String]) {
    let most = 5
    let more = titles.count - most
    let names = titles.prefix(most)
    let isOne = titles.count == 1
    self.init(
      fr: (isOne ? "une fiche : " : "\(titles.count) fiches : ")
        + names.map { "« \($0) »" }.joined(separator: ", ")
        + (more > 0 ? more == 1 ? " et une autre" : " et \(more) autres" : ""),
      en: (isOne ? "a sheet: " : "\(titles.count) sheets: ")
        + names.map { "“\($0)”" }.joined(separator: ", ")
        + (more > 0 ? " and \(more) more" : ""))
  }
}
