import ContentModel
import SiteGraph
import SiteLoading
import TextEncoding
package import Theming

/// The pages of taxonomies: the tags, and what else the site names.
extension PageContext {
  /// Returns the root object of the page of all words of a taxonomy.
  package mutating func terms(of taxonomy: Int, _ language: String) -> TemplateObject {
    let folder = commons.folder(ofTaxonomy: taxonomy, in: language)
    let links = links(from: folder)
    let format = format(language)
    let siteFormat = self.format(commons.declared.configuration.language)
    let isOfSite = language == commons.declared.configuration.language
    let terms = commons.terms(of: taxonomy).compactMap {
      number -> (key: String, TemplateValue)? in
      // In another language, words whose sheets are not translated are left out.
      let term = commons.terms[number]
      let count = isOfSite ? term.sheets.count : commons.sheets(ofTerm: number, in: language).count
      guard count > 0 else { return nil }
      return (
        term.key,
        .object([
          "label": labelValue(ofTerm: number, in: taxonomy, format),
          "url": .text(links.page(encoded: address(ofTerm: number, in: language))),
          "count": .number(count),
        ])
      )
    }
    let groups = Self.byLetter(terms) { $0.key }.map { letter, terms -> TemplateValue in
      .object(["letter": .text(letter), "tags": .list(terms.map(\.1))])
    }
    let name = title(ofTaxonomy: taxonomy, format)
    let description = commons.taxonomies[taxonomy].taxonomy.description.map(format.label)
    return root(
      PageHead(
        context: self, title: name,
        summary: taxonomy == 0 ? format.words.text("etiquettes_resume") : description ?? "",
        kind: "tags", folder: folder,
        sharesTitle: !isOfSite && name == title(ofTaxonomy: taxonomy, siteFormat),
        links: links, format: format,
        trail: trail(last: name, links: links, format: format),
        versions: taxonomy == 0 ? [] : versions(ofTaxonomy: taxonomy)),
      [("all_tags", .list(terms.map(\.1))), ("tag_groups", .list(groups))])
  }

  /// Returns the root object of a page of a tag, or of a word of another taxonomy.
  package mutating func term(
    _ number: Int, of taxonomy: Int, _ language: String, page: Int
  ) -> TemplateObject {
    let term = commons.terms[number]
    let folder = commons.folder(ofTerm: number, in: taxonomy, language: language)
    let pageFolder = SiteLayout.listFolder(folder, page: page)
    let links = links(from: pageFolder)
    let format = format(language)
    let label = label(ofTerm: number, in: taxonomy, format)
    let sheets = commons.sheets(ofTerm: number, in: language)
    let items = slice(sheets, page: page).map { card($0, links: links, format: format) }
    let name = title(ofTaxonomy: taxonomy, format)
    let list = commons.folder(ofTaxonomy: taxonomy, in: language)
    let scope: FeedScope = taxonomy == 0 ? .tags : .terms
    let hasFeed =
      commons.declared.configuration.feeds.contains(scope)
      && language == commons.declared.configuration.language
    let definition = self.term(number, of: taxonomy)?.definition.map(format.label)
    return root(
      PageHead(
        context: self, title: label, summary: definition ?? "", kind: "tag", folder: pageFolder,
        number: page,
        sharesTitle: language != commons.declared.configuration.language
          && label == termTexts[number].label,
        links: links, format: format,
        trail: trail([(name, list, .none)], last: label, links: links, format: format),
        feedFolder: hasFeed ? folder : nil,
        versions: taxonomy == 0 ? [] : versions(ofTerm: number, in: taxonomy)),
      [
        ("tag", .object(["label": .text(label), "key": .text(term.key)])), ("items", .list(items)),
        ("count_label", .text(format.words.text("nombre_fiches", count: sheets.count))),
        ("pagination", pagination(folder, page: page, count: sheets.count, links: links)),
        (
          "elsewhere",
          taxonomy == 0
            ? elsewhere(ofTag: term.key, page: page, links: links, format: format) : .none
        ),
        (
          "taxonomy",
          taxonomy == 0
            ? .none : .object(["label": .text(name), "url": .text(links.page(list))])
        ),
      ])
  }

  /// Returns the words that a sheet bears in the taxonomies that the site names, but for terms, which its
  /// fields show.
  func taxonomies(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    .list(
      commons.taxonomies.indices.dropFirst().compactMap { place in
        let taxonomy = commons.taxonomies[place].taxonomy
        guard taxonomy.vocabulary == nil else { return nil }
        let terms = commons.terms(of: index, in: place)
        guard !terms.isEmpty else { return nil }
        return .object([
          "name": .text(taxonomy.name),
          "label": .text(
            taxonomy.source == .authors
              ? format.words.text("auteurs") : title(ofTaxonomy: place, format)),
          "terms": .list(terms.map { link(toTerm: $0, of: index, in: place, links, format) }),
        ])
      })
  }

  /// Whether the names of the authors of a sheet all lead to pages of theirs: those that a translation
  /// names besides have none.
  func hasAuthorPages(_ index: Int) -> Bool {
    guard let place = commons.taxonomies.firstIndex(where: { $0.taxonomy.source == .authors })
    else { return false }
    let known = commons.terms(of: index, in: place).map { commons.key(ofTerm: $0, in: place) }
    return commons.sheets[index].authors.allSatisfy { known.contains(TagKey.key(of: $0)) }
  }

  /// Returns the addresses of the pages of the terms that a sheet bears, by vocabulary and key.
  func termAddresses(of index: Int, links: PageLinks) -> [String: String] {
    var addresses: [String: String] = [:]
    for (place, site) in commons.taxonomies.enumerated() {
      guard let vocabulary = site.taxonomy.vocabulary else { continue }
      for number in commons.terms(of: index, in: place) {
        let key = vocabulary + "/" + commons.key(ofTerm: number, in: place)
        addresses[key] = links.page(encoded: address(ofTerm: number, in: pageLanguage(of: index)))
      }
    }
    return addresses
  }

  private func link(
    toTerm number: Int, of index: Int, in taxonomy: Int, _ links: PageLinks, _ format: ValueFormat
  ) -> TemplateValue {
    let language = pageLanguage(of: index)
    return .object([
      "label": labelValue(ofTerm: number, in: taxonomy, format), "lang": foreign(language, format),
      "url": .text(links.page(encoded: address(ofTerm: number, in: language))),
    ])
  }

  /// The language of the pages of the words that a sheet bears: that of a translation, or else of the site.
  private func pageLanguage(of index: Int) -> String {
    commons.sheets[index].original == nil
      ? commons.declared.configuration.language : commons.language(of: index)
  }

  /// Returns the folder of the page of a word, percent-encoded.
  private func address(ofTerm number: Int, in language: String) -> String {
    let address = termTexts[number].address
    return language == commons.declared.configuration.language
      ? address : Address.encode(commons.home(of: language)) + address
  }

  private func term(_ number: Int, of taxonomy: Int) -> Vocabulary.Term? {
    commons.taxonomies[taxonomy].taxonomy.vocabulary
      .flatMap { commons.vocabularies[$0] }?.term(named: commons.key(ofTerm: number, in: taxonomy))
  }

  /// Returns a word as the pages of a language show it: terms have a name in each.
  private func label(ofTerm number: Int, in taxonomy: Int, _ format: ValueFormat) -> String {
    guard taxonomy > 0, let term = term(number, of: taxonomy) else {
      return termTexts[number].label
    }
    return format.label(term.label)
  }

  /// Returns the same, marked with its language where it is not that of the page; names are of none.
  private func labelValue(
    ofTerm number: Int, in taxonomy: Int, _ format: ValueFormat
  ) -> TemplateValue {
    if taxonomy > 0, let term = term(number, of: taxonomy) { return format.labelValue(term.label) }
    let label = termTexts[number].label
    let language = commons.declared.configuration.language
    if format.language == language || commons.taxonomies[taxonomy].taxonomy.source == .authors {
      return .text(label)
    }
    return .html(HTMLText.inLanguage(language, phrase: HTMLText.escape(label)))
  }

  /// Returns the name of a taxonomy.
  func title(ofTaxonomy place: Int, _ format: ValueFormat) -> String {
    let taxonomy = commons.taxonomies[place].taxonomy
    if let label = taxonomy.label { return format.label(label) }
    return format.words.text(taxonomy.source == .authors ? "autrices_et_auteurs" : "etiquettes")
  }

  private func versions(ofTaxonomy place: Int) -> [PageTranslation] {
    versions(commons.languages(ofTaxonomy: place)) { commons.folder(ofTaxonomy: place, in: $0) }
  }

  private func versions(ofTerm number: Int, in place: Int) -> [PageTranslation] {
    versions(commons.languages(ofTerm: number, in: place)) {
      commons.folder(ofTerm: number, in: place, language: $0)
    }
  }

  private func versions(
    _ languages: [String], _ folder: (String) -> String
  ) -> [PageTranslation] {
    guard languages.count > 1 else { return [] }
    return languages.map { PageTranslation(language: $0, address: Address.encode(folder($0))) }
  }
}

/// What the site maps list of taxonomies.
extension PageContext {
  /// The pages of the taxonomies that the site names, for the site map for programs.
  var mappedTaxonomies: [(address: String, versions: [PageTranslation])] {
    commons.taxonomies.indices.dropFirst().flatMap { place in
      let lists = commons.languages(ofTaxonomy: place).map { language in
        (
          address: Address.encode(commons.folder(ofTaxonomy: place, in: language)),
          versions: versions(ofTaxonomy: place)
        )
      }
      return lists
        + commons.terms(of: place).flatMap { number in
          commons.languages(ofTerm: number, in: place).map { language in
            (
              address: Address.encode(
                commons.folder(ofTerm: number, in: place, language: language)),
              versions: versions(ofTerm: number, in: place)
            )
          }
        }
    }
  }

  /// The taxonomies that the site names with their words, for the site map for readers.
  ///
  /// - Parameters:
  ///   - limit: How many words a taxonomy has at most for them to be listed.
  ///   - entry: Makes an entry of the map.
  func taxonomyEntries(
    links: PageLinks, format: ValueFormat, limit: Int,
    _ entry: (_ title: String, _ url: String, _ children: [TemplateValue]) -> TemplateValue
  ) -> [TemplateValue] {
    commons.taxonomies.indices.dropFirst().map { place in
      let terms = commons.terms(of: place)
      let children =
        terms.count > limit
        ? []
        : terms.map { number in
          entry(
            label(ofTerm: number, in: place, format),
            links.page(encoded: termTexts[number].address), [])
        }
      let folder = commons.folder(ofTaxonomy: place, in: format.language)
      return entry(title(ofTaxonomy: place, format), links.page(folder), children)
    }
  }
}
