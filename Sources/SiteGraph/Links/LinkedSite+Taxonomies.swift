package import ContentModel
package import Diagnostics
import SiteLoading

/// The words of the taxonomies, numbered one taxonomy after another, the tags first.
extension LinkedSite {
  /// The words of all taxonomies; those who read them here note them.
  package var allTerms: [Tag] { taxonomies.flatMap(\.index.tags) }

  /// What names each word from one build to the next.
  package var termKeys: [String] {
    taxonomies.flatMap { taxonomy in
      taxonomy.index.tags.map { taxonomy.first == 0 ? $0.key : taxonomy.folder + $0.key }
    }
  }

  /// Returns the numbers of the words of a sheet in all taxonomies; those who read them here note them.
  package func allTerms(ofOriginal sheet: Int) -> [Int] {
    taxonomies.flatMap { taxonomy in
      taxonomy.index.tagsBySheet[sheet].map { taxonomy.first + $0 }
    }
  }

  /// Returns the numbers of the words of a taxonomy.
  package func terms(of taxonomy: Int) -> Range<Int> {
    recorder?.note(taxonomy == 0 ? .tags : .terms)
    return taxonomies[taxonomy].numbers
  }

  /// Returns the numbers of the words that a sheet bears in a taxonomy; a translation has those of its
  /// original.
  package func terms(of sheet: Int, in taxonomy: Int) -> [Int] {
    let original = translations.original(of: sheet)
    recorder?.note(.tags, original)
    let taxonomy = taxonomies[taxonomy]
    return taxonomy.index.tagsBySheet[original].map { taxonomy.first + $0 }
  }

  /// Returns the key of a word that was asked for, with a sheet or a list: its hash covers the key.
  package func key(ofTerm number: Int, in taxonomy: Int) -> String {
    let taxonomy = taxonomies[taxonomy]
    return taxonomy.index.tags[number - taxonomy.first].key
  }

  /// Returns the sheets that bear a word in a language: in another than that of the site, those that are
  /// translated.
  package func sheets(ofTerm number: Int, in language: String) -> [Int] {
    let sheets = terms[number].sheets
    return language == site.configuration.language
      ? sheets : translations.versions(of: sheets, in: language)
  }

  /// Returns the languages that a word has a page in: tags have theirs in that of the site alone.
  package func languages(ofTerm number: Int, in taxonomy: Int) -> [String] {
    [site.configuration.language]
      + otherLanguages(of: taxonomy).filter { !sheets(ofTerm: number, in: $0).isEmpty }
  }

  /// Returns the languages that the list of the words of a taxonomy has a page in.
  package func languages(ofTaxonomy taxonomy: Int) -> [String] {
    [site.configuration.language]
      + otherLanguages(of: taxonomy).filter { language in
        terms(of: taxonomy).contains { !sheets(ofTerm: $0, in: language).isEmpty }
      }
  }

  private func otherLanguages(of taxonomy: Int) -> [String] {
    taxonomy == 0 ? [] : Array(translations.languages.dropFirst())
  }

  /// Tells of the keys that the site names and no sheet gives, and of sheets with too many words.
  package func checkTaxonomies(reporting diagnostics: inout [Diagnostic]) {
    let empty = taxonomies.filter(\.index.tags.isEmpty).map(\.taxonomy)
    for taxonomy in empty where taxonomy.addedField != nil {
      let fields = site.types.values.flatMap(\.fields).map(\.key)
      let known = Set(site.vocabularies.keys).union(fields).union(["auteurs", "authors"])
      diagnostics.append(
        .emptyTaxonomy(taxonomy.name, known: known.sorted(), at: taxonomy.location))
    }
    for taxonomy in taxonomies.dropFirst() {
      for (sheet, words) in zip(site.originals, taxonomy.index.tagsBySheet)
      where words.count > TagKey.maxWords {
        diagnostics.append(
          .tooManyWords(
            taxonomy.taxonomy.name, words.count,
            at: taxonomy.taxonomy.key.map(sheet.location) ?? SourceLocation(path: sheet.path)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func tooManyWords(
    _ name: String, _ count: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.tags", at: location,
      LocalizedText(
        fr: "\(count) mots de « \(name) » sur une seule fiche",
        en: "\(count) words of “\(name)” on one sheet"),
      expected: LocalizedText(
        fr: "au plus \(TagKey.maxWords)", en: "at most \(TagKey.maxWords)"))
  }
}
