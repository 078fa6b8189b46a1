import SiteLoading
import ContentModel
package import MarkdownRendering
package import SearchIndexing
import TextEncoding

/// Makes what the search knows of a sheet.
package struct SearchEntry {
  package let commons: LinkedSite
  package let index: Int
  package let links: PageLinks

  /// Returns the sheet for the search.
  package func document(
    title: String, summary: String, texts: [MarkdownRendering.SearchPassage],
    fieldTexts: [(key: String, text: [UInt8])]
  ) -> SearchDocument {
    let sheet = commons.site.sheets[index]
    // The facets of a site have labels in its language, whatever that of a sheet.
    let language = commons.site.configuration.language
    let roles = Dictionary(
      sheet.type.fields.compactMap { field in field.searchRole.map { (field.key, $0) } },
      uniquingKeysWith: { $1 })
    func written(_ isWanted: (SearchRole?) -> Bool) -> [[UInt8]] {
      fieldTexts.filter { isWanted(roles[$0.key]) }.map(\.text)
    }
    let fields = written { $0 != .name && $0 != .subject }
      .map { SearchIndexing.SearchPassage(text: $0) }
    let body = texts.map {
      SearchIndexing.SearchPassage(heading: $0.headingText, text: $0.text)
    }
    return SearchDocument(
      url: links.page(encoded: commons.addresses[index]), title: title,
      names: written { $0 == .name }.map { String(decoding: $0, as: UTF8.self) },
      summary: summary,
      type: SearchTerm(id: sheet.type.id, label: sheet.type.label.text(in: language)),
      lang: commons.language(of: index),
      languageLabel: commons.language(of: index) == language
        ? "" : commons.translations.name(of: commons.language(of: index)),
      isSecondary: isSearchedLast(sheet), subjects: subjects(of: sheet),
      purposes: written { $0 == .subject } + definitions(of: sheet),
      facts: facts(of: sheet), tags: tags,
      passages: fields + body, facets: facets(of: sheet, language),
      ranges: ranges(of: sheet, language))
  }

  /// The tags of the sheet, which those of other sheets may spell.
  package var tags: [SearchTerm] {
    commons.tags(of: index).map { tag in
      SearchTerm(id: commons.tags[tag].key, label: commons.tags[tag].label)
    }
  }

  private func facets(of sheet: Sheet, _ language: String) -> [SearchFacet] {
    declared(by: sheet).compactMap { field, value in
      let values = value.elements.compactMap { term($0, of: field, language) }
      guard !values.isEmpty else { return nil }
      return SearchFacet(
        name: field.key, label: field.label.text(in: language),
        isRead: field.searchRole == .values, isSubject: field.searchRole == .subject,
        values: values)
    }
  }

  fileprivate func term(
    _ value: FieldValue, of field: FieldDefinition, _ language: String
  ) -> SearchTerm? {
    // The page of the original is found by its words.
    if case .untranslated = value { return nil }
    switch field.kind.facet(of: value) {
    case .word(let text): return SearchTerm(id: Slug.make(from: text), label: text)
    case .term(let id, let vocabulary):
      let terms = commons.site.vocabularies[vocabulary]
      let (term, rank) = (terms?.term(named: id), terms?.rank(of: id) ?? 0)
      let label = term?.label.text(in: language) ?? id
      guard field.searchRole == .values else { return SearchTerm(id: id, label: label, rank: rank) }
      let others = (term?.label.texts.values.sorted() ?? []) + (term?.synonyms ?? [])
      return SearchTerm(
        id: id, label: label, names: others.filter { $0 != label }, rank: rank)
    case .step(let step, let label):
      return SearchTerm(id: String(step), label: label?.text(in: language) ?? String(step))
    // Tags have a filter of their own.
    case .tag, .span, .none: return nil
    }
  }

  private func ranges(of sheet: Sheet, _ language: String) -> [SearchRange] {
    declared(by: sheet).compactMap { field, value in
      guard case .span(let span) = field.kind.facet(of: value) else { return nil }
      let unit =
        switch span.unit {
        case .minutes: "min"
        case .none: ""
        }
      return SearchRange(
        name: field.key, label: field.label.text(in: language), unit: unit,
        reading: Self.reading(field.searchRole), low: span.low, high: span.high)
    }
  }

  /// The fields that readers may filter by, with their values.
  private func declared(by sheet: Sheet) -> [(FieldDefinition, FieldValue)] {
    sheet.type.facets.compactMap { key in
      guard let field = sheet.type.fields.first(where: { $0.key == key }),
        let value = sheet.fields[key]
      else { return nil }
      return (field, value)
    }
  }
}

extension SearchEntry {
  fileprivate static func reading(_ role: SearchRole?) -> SearchRange.Reading {
    switch role {
    case .duration: .minutes
    case .people: .people
    default: .never
    }
  }

  /// Whether the sheet, or a folder that it is in, is one that the search shows last.
  fileprivate func isSearchedLast(_ sheet: Sheet) -> Bool {
    commons.site.configuration.searchedLast.contains { name in
      sheet.id == name || sheet.id.hasPrefix(name + "/")
    }
  }

  /// The terms of the fields that say what a sheet is about.
  private func subjectTerms(of sheet: Sheet) -> [ContentModel.Vocabulary.Term] {
    sheet.type.fields.filter { $0.searchRole == .subject }.flatMap { field in
      (sheet.fields[field.key]?.elements ?? []).compactMap { value in
        guard case .term(let id, let vocabulary) = field.kind.facet(of: value) else { return nil }
        return commons.site.vocabularies[vocabulary]?.term(named: id)
      }
    }
  }

  /// The terms that say what the sheet is about, with other words for them.
  fileprivate func subjects(of sheet: Sheet) -> [String] {
    let language = commons.language(of: index)
    return subjectTerms(of: sheet).flatMap { [$0.label.text(in: language)] + $0.synonyms }
  }

  /// What these terms mean.
  fileprivate func definitions(of sheet: Sheet) -> [[UInt8]] {
    let language = commons.language(of: index)
    return subjectTerms(of: sheet).compactMap { $0.definition?.text(in: language) }
      .map { Array($0.utf8) }
  }

  /// What a result shows, in the order in which the type declares it.
  fileprivate func facts(of sheet: Sheet) -> [SearchFact] {
    sheet.type.fields.compactMap { field in
      guard let value = sheet.fields[field.key] else { return nil }
      switch field.searchRole {
      case .duration:
        return Self.whole(value, field).map { .minutes(low: $0.low, high: $0.high) }
      case .people:
        return Self.whole(value, field).map { .people(low: $0.low, high: $0.high) }
      case .values:
        let language = commons.site.configuration.language
        let words = value.elements.compactMap { term($0, of: field, language)?.label }
        return words.isEmpty ? nil : .words(words.joined(separator: ", "))
      default: return nil
      }
    }
  }

  private static func whole(
    _ value: FieldValue, _ field: FieldDefinition
  ) -> (low: Int, high: Int)? {
    guard case .span(let span) = field.kind.facet(of: value),
      let low = Int(exactly: span.low.rounded()), let high = Int(exactly: span.high.rounded())
    else { return nil }
    return (low, high)
  }
}
