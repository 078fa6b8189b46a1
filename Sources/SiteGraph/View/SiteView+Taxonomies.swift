import ContentModel

/// What outputs read of the words of taxonomies, by the places of taxonomies and the numbers of words.
extension SiteView {
  /// Returns the numbers of the words of a taxonomy.
  package func terms(of taxonomy: Int) -> Range<Int> { site.terms(of: taxonomy) }

  /// Returns the numbers of the words that a sheet bears in a taxonomy.
  package func terms(of sheet: Int, in taxonomy: Int) -> [Int] {
    site.terms(of: sheet, in: taxonomy)
  }

  /// Returns the key of a word that was asked for, with a sheet or a list: its hash covers the key.
  package func key(ofTerm number: Int, in taxonomy: Int) -> String {
    site.key(ofTerm: number, in: taxonomy)
  }

  /// Returns the sheets that bear a word in a language.
  package func sheets(ofTerm number: Int, in language: String) -> [Int] {
    site.sheets(ofTerm: number, in: language)
  }

  /// Returns the languages that a word has a page in, that of the site first.
  package func languages(ofTerm number: Int, in taxonomy: Int) -> [String] {
    site.languages(ofTerm: number, in: taxonomy)
  }

  /// Returns the languages that the list of the words of a taxonomy has a page in, that of the site first.
  package func languages(ofTaxonomy taxonomy: Int) -> [String] {
    site.languages(ofTaxonomy: taxonomy)
  }

  /// Returns the folder of the list of the words of a taxonomy, in a language that it has a page in.
  package func folder(ofTaxonomy taxonomy: Int, in language: String) -> String {
    site.home(of: language) + site.taxonomies[taxonomy].folder
  }

  /// Returns the folder of the sheets of a word, in a language that it has a page in.
  package func folder(ofTerm number: Int, in taxonomy: Int, language: String) -> String {
    folder(ofTaxonomy: taxonomy, in: language) + site.terms[number].key + "/"
  }
}
