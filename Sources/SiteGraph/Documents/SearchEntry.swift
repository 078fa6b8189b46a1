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
    let fields = fieldTexts.map { SearchIndexing.SearchPassage(text: $0.text) }
    let body = texts.map {
      SearchIndexing.SearchPassage(heading: $0.headingText, text: $0.text)
    }
    return SearchDocument(
      url: links.page(encoded: commons.addresses[index]), title: title, summary: summary,
      type: SearchTerm(id: sheet.type.id, label: sheet.type.label.text(in: language)),
      lang: commons.language(of: index),
      languageLabel: commons.language(of: index) == language
        ? "" : commons.translations.name(of: commons.language(of: index)),
      tags: tags,
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
      return SearchFacet(name: field.key, label: field.label.text(in: language), values: values)
    }
  }

  private func term(
    _ value: FieldValue, of field: FieldDefinition, _ language: String
  ) -> SearchTerm? {
    // The page of the original is found by its words.
    if case .untranslated = value { return nil }
    switch field.kind.facet(of: value) {
    case .word(let text): return SearchTerm(id: Slug.make(from: text), label: text)
    case .term(let id, let vocabulary):
      let label = commons.site.vocabularies[vocabulary]?.term(named: id)?.label
      return SearchTerm(id: id, label: label?.text(in: language) ?? id)
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
        name: field.key, label: field.label.text(in: language), unit: unit, low: span.low,
        high: span.high)
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
