import SiteLoading
import ContentModel
import Formats
package import SiteGraph
import TextEncoding
package import Theming

/// What pages say of their languages: the switch, the alternates, what is not translated yet.
extension PageContext {
  /// Returns each language of the site with the page in it, or else its home page; none where the site
  /// is in one language.
  func languageSwitch(on page: PageHead) -> TemplateValue {
    guard commons.translations.hasTranslations else { return .none }
    let here = PageTranslation(
      language: page.language, address: Address.encode(page.folder))
    return .list(
      commons.homes.map { home in
        if home.language == page.language { return version(here, page.links, isCurrent: true) }
        let there = page.versions.first { $0.language == home.language }
        return version(there ?? home, page.links, isCurrent: false, isHome: there == nil)
      })
  }

  /// Returns a page in the other languages that it is in; none where it is in one.
  func translations(of page: PageHead) -> TemplateValue {
    guard commons.translations.hasTranslations, !page.versions.isEmpty else { return .none }
    let others = page.versions.filter { $0.language != page.language }
    return .list(others.map { version($0, page.links, isCurrent: false) })
  }

  private func version(
    _ version: PageTranslation, _ links: PageLinks, isCurrent: Bool, isHome: Bool = false
  ) -> TemplateValue {
    // In its own language, as its name is.
    let words = ValueFormat(
      commons.theme, language: version.language,
      siteLanguage: commons.declared.configuration.language
    ).words
    return .object([
      "home": .optional(isHome ? words.text("accueil") : nil),
      "lang": .text(version.language),
      "label": .text(commons.translations.name(of: version.language)),
      "url": .text(links.page(encoded: version.address)), "current": .flag(isCurrent),
    ])
  }

  /// Returns a page in every language for search engines, which want whole addresses, and its
  /// original for all other readers; none where it is in one language.
  func alternates(of page: PageHead) -> TemplateValue {
    let versions = page.versions
    guard commons.translations.hasTranslations, !versions.isEmpty else { return .none }
    func alternate(_ language: String, _ version: PageTranslation) -> TemplateValue {
      .object([
        "lang": .text(language),
        "url": .text(
          baseURL?.url(of: version.address) ?? page.links.page(encoded: version.address)),
      ])
    }
    return .list(
      versions.map { alternate($0.language, $0) }
        + versions.prefix(1).map { alternate("x-default", $0) })
  }

  /// Returns what the readers of a sheet must know of its translation.
  func notices(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    let sheet = commons.sheets[index]
    var texts: [String] = []
    if sheet.awaitsReview {
      let key = sheet.original == nil ? "avis_a_relire" : "avis_traduction_a_relire"
      texts.append(format.words.text(key))
    }
    guard sheet.original != nil else { return .list(texts.map { notice($0) }) }
    let original = commons.translations.original(of: index)
    let language = commons.language(of: original)
    if sheet.isPartlyTranslated {
      texts.append(
        format.words.text(
          "avis_traduction_partielle", ["en_langue": inLanguage(language, format)]))
    }
    if sheet.isOutdated, let date = commons.sheets[original].latestDate {
      texts.append(format.words.text("avis_traduction_ancienne", ["date": format.date(date)]))
    }
    var notices = texts.map { notice($0) }
    if sheet.id.isEmpty { notices = homeNotices(format) + notices }
    guard !texts.isEmpty, let last = notices.popLast(), case .object(let object) = last else {
      return .list(notices)
    }
    // The last of them leads to the original.
    return .list(
      notices + [
        .object([
          "text": object["text"] ?? .none, "lang": .none,
          "url": .text(links.page(encoded: commons.addresses[original])),
          "url_lang": .text(language),
          "label": .text(
            format.words.text(
              "lire_l_original", ["langue": commons.translations.name(of: language)])),
        ])
      ])
  }

  /// Returns what the home page of a language says, in it and in the language of the site: that the
  /// rest is in the latter.
  private func homeNotices(_ format: ValueFormat) -> [TemplateValue] {
    let site = commons.declared.configuration.language
    let own = ValueFormat(commons.theme, language: site, siteLanguage: site)
    var notices = [notice(rest(of: site, format))]
    if own.words.language != format.words.language {
      notices.append(notice(rest(of: site, own), in: site))
    }
    return notices
  }

  private func rest(of site: String, _ format: ValueFormat) -> String {
    format.words.text("avis_reste_du_site", ["en_langue": inLanguage(site, format)])
  }

  /// Returns « en français » in the language of a page.
  private func inLanguage(_ language: String, _ format: ValueFormat) -> String {
    let key = "en_langue_" + language.prefix { $0 != "-" }
    return format.words.knows(key)
      ? format.words.text(key) : commons.translations.name(of: language)
  }

  private func notice(_ text: String, in language: String? = nil) -> TemplateValue {
    .object([
      "text": .text(text), "lang": .optional(language), "url": .none, "url_lang": .none,
      "label": .none,
    ])
  }

  /// Returns the root object of the home page of a language that nobody wrote one in.
  package mutating func languageHome(_ language: String, page: Int) -> TemplateObject {
    let folder = commons.home(of: language)
    let pageFolder = SiteLayout.listFolder(folder, page: page)
    let links = links(from: pageFolder)
    let format = format(language)
    let head = PageHead(
      context: self, title: format.typeset(commons.declared.configuration.title),
      summary: commons.declared.configuration.taglines.map(format.label) ?? "", kind: "language",
      folder: pageFolder, number: page, links: links, format: format,
      notices: .list(homeNotices(format)), versions: commons.homes)
    return root(
      head,
      translated(
        in: "", language: language, folder: folder, page: page, links: links, format: format))
  }

  /// Returns what the page of a folder lists in another language than that of the site.
  package func translated(
    in id: String, language: String, folder: String, page: Int, size: Int? = nil,
    links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    let listed = commons.listed(in: id, language: language)
    let items = slice(listed, page: page, size: size).map { card($0, links: links, format: format) }
    return [
      ("items", .list(items)),
      ("count_label", .text(format.words.text("nombre_fiches", count: listed.count))),
      ("pagination", pagination(folder, page: page, count: listed.count, size: size, links: links)),
    ]
  }

  /// Returns the language of a sheet, when it is another than that of the page that shows it.
  func foreignLanguage(_ index: Int, _ format: ValueFormat) -> TemplateValue {
    foreign(commons.language(of: index), format)
  }

  /// Returns a language, when it is another than that of a page.
  package func foreign(_ language: String, _ format: ValueFormat) -> TemplateValue {
    .optional(language == format.language ? nil : language)
  }
}
