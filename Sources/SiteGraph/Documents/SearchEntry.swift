import SiteLoading
package import ContentModel
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
    switch (value, field.kind) {
    case (.term(let id), .term(let vocabulary)):
      let label = commons.site.vocabularies[vocabulary]?.term(named: id)?.label
      return SearchTerm(id: id, label: label?.text(in: language) ?? id)
    case (.scale(let step), .scale(let lowest, _, let labels)):
      let label = labels.indices.contains(step - lowest) ? labels[step - lowest] : nil
      return SearchTerm(id: String(step), label: label?.text(in: language) ?? String(step))
    case (.text(let text), .text):
      return SearchTerm(id: Slug.make(from: text), label: text)
    default:
      return nil
    }
  }

  private func ranges(of sheet: Sheet, _ language: String) -> [SearchRange] {
    declared(by: sheet).compactMap { field, value in
      guard let ends = Self.ends(of: value) else { return nil }
      return SearchRange(
        name: field.key, label: field.label.text(in: language),
        unit: ends.isDuration ? "min" : "", low: ends.low, high: ends.high)
    }
  }

  /// The least and the greatest number of a value: of a range, or of an object with `min` and `max`.
  package static func ends(
    of value: FieldValue
  ) -> (low: Double, high: Double, isDuration: Bool)? {
    switch value {
    case .integer(let number): return (Double(number), Double(number), false)
    case .number(let number): return (number, number, false)
    case .range(let range): return (range.low, range.high, false)
    case .duration(let span): return (Double(span.low), Double(span.high), true)
    case .object(let values):
      guard let low = (values["min"] ?? values["max"]).flatMap(ends),
        let high = (values["max"] ?? values["min"]).flatMap(ends)
      else { return nil }
      return (low.low, max(low.low, high.high), low.isDuration)
    default: return nil
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
