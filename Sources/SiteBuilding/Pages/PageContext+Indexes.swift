import ContentModel
import Formats
import TextFolding
import Theming

/// The pages that lead to all others.
extension PageContext {
  /// Returns the root object of the page of all tags.
  mutating func tags() -> TemplateObject {
    let links = links(from: SitePlan.tagFolder)
    let tags = commons.tags.tags.enumerated().map { number, tag -> (key: String, TemplateValue) in
      (
        tag.key,
        .object([
          "label": .text(tagLabels[number]),
          "url": .text(links.page(encoded: tagAddresses[number])),
          "count": .number(tag.sheets.count),
        ])
      )
    }
    let groups = Self.byLetter(tags) { $0.key }.map { letter, tags -> TemplateValue in
      .object(["letter": .text(letter), "tags": .list(tags.map(\.1))])
    }
    return index(
      SitePlan.tagFolder, kind: "tags", title: "etiquettes", summary: "etiquettes_resume",
      [("all_tags", .list(tags.map(\.1))), ("tag_groups", .list(groups))])
  }

  /// Returns the root object of the search page.
  mutating func search() -> TemplateObject {
    index(SitePlan.searchFolder, kind: "search", title: "recherche", summary: nil, [])
  }

  /// Returns the root object of the alphabetical list.
  mutating func alphabet() -> TemplateObject {
    let format = format(configuration.language)
    let links = links(from: SitePlan.alphabetFolder)
    let sheets = commons.site.sheets
    let sorted = sheets.indices.filter { !sheets[$0].id.isEmpty }
      .map { (index: $0, key: sheets[$0].sortingKey) }.sorted { $0.key < $1.key }
    let letters = Self.byLetter(sorted) { $0.key.folded }
      .map { letter, entries -> TemplateValue in
        let items = entries.map { entry -> TemplateValue in
          let type = commons.site.sheets[entry.index].type
          return .object([
            "title": .text(titles[entry.index]),
            "url": .text(links.page(encoded: commons.addresses[entry.index])),
            "type_label": .optional(type == .page ? nil : format.label(type.label)),
          ])
        }
        let id = letter == "#" ? "0-9" : letter.lowercased()
        return .object([
          "letter": .text(letter == "#" ? "0–9" : letter), "id": .text("lettre-" + id),
          "items": .list(items),
        ])
      }
    return index(
      SitePlan.alphabetFolder, kind: "a-z", title: "index_a_z", summary: "index_a_z_resume",
      [("letters", .list(letters))])
  }

  /// Returns the root object of the site map for readers.
  mutating func siteMap() -> TemplateObject {
    let links = links(from: SitePlan.siteMapFolder)
    let format = format(configuration.language)
    func entry(_ title: String, _ url: String, _ children: [TemplateValue]) -> TemplateValue {
      .object(["title": .text(title), "url": .text(url), "children": .list(children)])
    }
    func sheetEntry(_ index: Int) -> TemplateValue {
      entry(titles[index], links.page(encoded: commons.addresses[index]), [])
    }
    let root = commons.sections.sections[0]
    let folders = root.children.map { child -> TemplateValue in
      let section = commons.sections.sections[child]
      let children = commons.sections.allSheets(of: section).map(sheetEntry)
      return entry(
        format.typeset(commons.title(ofFolder: section.id)), links.page(section.id + "/"),
        children)
    }
    let home = entry(format.words.text("accueil"), links.page(""), [])
    return index(
      SitePlan.siteMapFolder, kind: "sitemap", title: "plan_du_site",
      summary: "plan_du_site_resume",
      [("tree", .list([home] + folders + root.sheets.map(sheetEntry)))])
  }

  /// Returns the root object of the page for addresses that lead nowhere.
  ///
  /// A server shows it at any address, so that its links must be absolute: they start from the base
  /// URL, or from the root of the host when the site does not know its own.
  mutating func notFound() -> TemplateObject {
    let language = configuration.language
    let format = format(language)
    let prefix = baseURL.map { Self.path(of: $0.text) } ?? "/"
    let links = PageLinks(
      prefix: request.isOffline ? "" : prefix, isOffline: request.isOffline)
    let values = heading(
      title: format.words.text("page_introuvable"), summary: "", kind: "404", folder: "404.html",
      language: language, format: format, trail: .none
    ).filter { $0.0 != "canonical" }
    return root(folder: "", language: language, page: values, [], links: links)
  }

  private static func path(of url: String) -> String {
    let afterScheme = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard afterScheme.count == 3, let slash = afterScheme[2].firstIndex(of: "/") else { return "/" }
    let path = String(afterScheme[2][slash...])
    return path.hasSuffix("/") ? path : path + "/"
  }

  private mutating func index(
    _ folder: String, kind: String, title: String, summary: String?,
    _ members: [(String, TemplateValue)]
  ) -> TemplateObject {
    let language = configuration.language
    let format = format(language)
    let title = format.words.text(title)
    let values = heading(
      title: title, summary: summary.map { format.words.text($0) } ?? "", kind: kind,
      folder: folder, language: language, format: format,
      trail: trail(last: title, links: links(from: folder), format: format))
    return root(folder: folder, language: language, page: values, members)
  }

  /// Groups a sorted list by the first letter of a folded key; what starts with none is under `#`.
  private static func byLetter<Element>(
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
