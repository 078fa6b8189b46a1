import SiteLoading
import ContentModel
import Formats
import SiteGraph
import TextEncoding
package import Theming

/// The pages that lead to all others.
extension PageContext {
  /// Returns the root object of the search page.
  package mutating func search() -> TemplateObject {
    index(commons.layout.searchFolder, kind: "search", title: "recherche", summary: nil, [])
  }

  /// Returns the root object of the alphabetical list, or of the page of one of its letters.
  package mutating func alphabet(_ place: Int?) -> TemplateObject {
    let alphabet = commons.alphabet
    let layout = commons.layout
    let folder = place.map { layout.folder(of: alphabet.letters[$0]) } ?? layout.alphabetFolder
    let links = links(from: folder)
    let format = format(commons.declared.configuration.language)
    let letters = alphabet.letters.enumerated().map { index, letter -> TemplateValue in
      .object([
        "letter": .text(letter.label), "count": .number(letter.sheets.count),
        "url": .text(
          alphabet.isSplit ? links.page(layout.folder(of: letter)) : "#lettre-" + letter.id),
        "current": .flag(index == place),
      ])
    }
    let shown = place.map { [alphabet.letters[$0]] } ?? (alphabet.isSplit ? [] : alphabet.letters)
    let groups = shown.map { group(of: $0, links: links, format: format) }
    return index(
      folder, kind: "a-z", title: "index_a_z", summary: "index_a_z_resume",
      part: place.map { alphabet.letters[$0].label },
      [("letters", .list(letters)), ("groups", .list(groups))])
  }

  private func group(
    of letter: Alphabet.Letter, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    let sheets = commons.sheets
    let sorted = letter.sheets.sorted { sheets[$0].sortingKey < sheets[$1].sortingKey }
    let items = sorted.map { index -> TemplateValue in
      let type = sheets[index].type
      return .object([
        "title": .text(titles[index]), "lang": foreignLanguage(index, format),
        "url": .text(links.page(encoded: commons.addresses[index])),
        "type_label": .optional(type == .page ? nil : format.label(type.label)),
      ])
    }
    return .object([
      "letter": .text(letter.label), "id": .text("lettre-" + letter.id), "items": .list(items),
    ])
  }

  /// From this many sheets on, the site map names the folders and leaves the sheets to their lists.
  private static let maxInSiteMap = 2_000

  /// Returns the root object of the site map for readers.
  package mutating func siteMap() -> TemplateObject {
    let links = links(from: commons.layout.siteMapFolder)
    let format = format(commons.declared.configuration.language)
    let namesSheets = commons.sheets.count <= Self.maxInSiteMap
    func entry(
      _ title: String, _ url: String, _ children: [TemplateValue], lang: TemplateValue = .none
    ) -> TemplateValue {
      .object(["title": .text(title), "url": .text(url), "children": .list(children), "lang": lang])
    }
    func sheetEntry(_ index: Int) -> TemplateValue {
      entry(
        titles[index], links.page(encoded: commons.addresses[index]), [],
        lang: foreignLanguage(index, format))
    }
    func folderEntry(_ section: Section, _ children: [TemplateValue]) -> TemplateValue {
      let title = format.typeset(commons.title(ofFolder: section.id))
      return entry(title, links.page(section.id + "/"), children)
    }
    let sections = commons.sections.sections
    let folders = sections[0].children.map { child -> TemplateValue in
      let section = sections[child]
      let children =
        namesSheets
        ? commons.sections.allSheets(of: section).map(sheetEntry)
        : section.children.map { folderEntry(sections[$0], []) }
      return folderEntry(section, children)
    }
    let home = entry(format.words.text("accueil"), links.page(""), [])
    let top = namesSheets ? sections[0].sheets.map(sheetEntry) : []
    let languages = commons.homes.dropFirst().map { home in
      let listed = namesSheets ? commons.listed(in: "", language: home.language) : []
      return entry(
        commons.translations.name(of: home.language), links.page(encoded: home.address),
        listed.map(sheetEntry), lang: .text(home.language))
    }
    let taxonomies = taxonomyEntries(links: links, format: format, limit: Self.maxInSiteMap) {
      entry($0, $1, $2)
    }
    return index(
      commons.layout.siteMapFolder, kind: "sitemap", title: "plan_du_site",
      summary: "plan_du_site_resume",
      [("tree", .list([home] + folders + top + languages + taxonomies))])
  }

  /// Returns the root object of the page for addresses that lead nowhere.
  ///
  /// A server shows it at any address, so that its links must be absolute: they start from the base
  /// URL, or from the root of the host when the site does not know its own.
  package mutating func notFound() -> TemplateObject {
    let format = format(commons.declared.configuration.language)
    let prefix = baseURL?.path ?? "/"
    let links = PageLinks(
      prefix: options.isOffline ? "" : prefix, isOffline: options.isOffline)
    let title = format.words.text("page_introuvable")
    return root(
      PageHead(
        context: self, title: title, kind: "404", folder: "", file: "404.html", links: links,
        format: format, trail: trail(last: title, links: links, format: format)))
  }

  /// - Parameter part: Which part of the index the page shows, when it is not the first.
  private mutating func index(
    _ folder: String, kind: String, title: String, summary: String?, part: String? = nil,
    _ members: [(String, TemplateValue)]
  ) -> TemplateObject {
    let format = format(commons.declared.configuration.language)
    let links = links(from: folder)
    let name = format.words.text(title)
    let title = part.map { "\(name) – \($0)" } ?? name
    let above: [Step] = part == nil ? [] : [(name, commons.layout.alphabetFolder, .none)]
    let way = trail(above, last: part ?? name, links: links, format: format)
    return root(
      PageHead(
        context: self, title: title, summary: summary.map { format.words.text($0) } ?? "",
        kind: kind, folder: folder, links: links, format: format, trail: way), members)
  }

  /// Groups a sorted list by the first letter of a folded key; what starts with none is under `#`.
  static func byLetter<Element>(
    _ list: [Element], _ key: (Element) -> String
  ) -> [(letter: String, [Element])] {
    var groups: [(letter: String, [Element])] = []
    for element in list {
      let first = key(element).first
      let letter = first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
      if groups.last?.letter == letter {
        groups[groups.count - 1].1.append(element)
      } else {
        groups.append((letter, [element]))
      }
    }
    return groups
  }
}
