package import ByteCoding
package import ContentModel
package import Diagnostics
package import MarkdownRendering
import SiteLoading

/// Where the entries of menus lead: their addresses are resolved as links of sheets are.
extension LinkedSite {
  /// Returns where an entry of a menu leads from the pages of a language; nil when it leads nowhere.
  package func menuLink(to target: String, in language: String) -> MenuLink? {
    recorder?.note(.menus)
    return menuLinks(in: language)[target]
  }

  /// The published folders of the pages that menus lead to, from the pages of a language.
  ///
  /// Whoever asks for them knows that the menus say which they are, and notes what it makes of them.
  package func menuFolders(in language: String) -> [String] {
    menuLinks(in: language).values.compactMap(\.folder)
  }

  /// The ids of the sheets and folders that the entries of a menu lead to, in their order.
  package func pages(of menu: [SiteConfiguration.MenuItem]) -> [String] {
    recorder?.note(.menus)
    let links = menuLinks(in: site.configuration.language)
    return menu.flattened.compactMap(\.target).compactMap { links[$0] }.compactMap { link in
      link.sheet.map { site.sheets[$0].id } ?? link.folder.map { String($0.dropLast()) }
    }
  }

  /// Links of the menus to places in pages of sheets.
  package var menuAnchors: [DocumentLink] {
    let links = menuLinks(in: site.configuration.language)
    return menus.flattened.compactMap { item in
      guard let target = item.target, let link = links[target], let sheet = link.sheet,
        let place = link.place, !place.isEmpty
      else { return nil }
      return DocumentLink(
        destination: target, pageID: sheet, fragment: place, location: item.location)
    }
  }

  /// Adds where the menus lead, in every language, to a hash.
  package func addMenus(to hasher: inout StableHash) {
    let targets = menus.flattened.compactMap(\.target)
    guard !targets.isEmpty else { return }
    let own = site.configuration.language
    let languages = Set(site.sheets.map { $0.language ?? own }).union(translations.languages)
    for language in languages.sorted() {
      let links = menuLinks(in: language)
      for target in targets {
        hasher.add(links[target]?.url ?? "")
        hasher.add(links[target]?.language ?? "")
      }
    }
  }

  /// The entries of both menus.
  private var menus: [SiteConfiguration.MenuItem] {
    site.configuration.menu + site.configuration.footerMenu
  }

  private func menuLinks(in language: String) -> [String: MenuLink] {
    menuLinks.links(in: language) {
      // Pages depend on where the menus lead, which is one part of the site, and not on what is read here.
      let commons = unrecorded
      var links: [String: MenuLink] = [:]
      for item in menus.flattened {
        guard let target = item.target, links[target] == nil else { continue }
        var ignored: [Diagnostic] = []
        links[target] = commons.findMenuLink(
          to: target, at: item.location, in: language, reporting: &ignored)
      }
      return links
    }
  }

  /// Finds where an entry leads: a sheet or a folder by its id, or else what a link of a sheet at the
  /// root would lead to.
  private func findMenuLink(
    to target: String, at location: SourceLocation, in language: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> MenuLink? {
    let provider = SheetLinkProvider(ofConfiguration: self, language: language)
    let id = target == "index" ? "" : target
    let request = LinkRequest(kind: .link, destination: target, location: location)
    let link: ResolvedLink
    if let index = directory.index(ofID: id) {
      link = provider.url(of: index, rest: "")
    } else if sections.section(withID: id) != nil {
      link = .url(provider.links.page(id.isEmpty ? "" : id + "/"))
    } else {
      link = provider.resolve(request, diagnostics: &diagnostics)
    }
    guard case .url(let url, _, let sheet, let other, _) = link else { return nil }
    return MenuLink(url, sheet: sheet, language: other)
  }

  /// Reports the entries of menus and the other pages that the configuration names, where there is
  /// none.
  ///
  /// - Parameter configuration: That of the site, or one that its may become.
  package func checkMenus(
    of configuration: SiteConfiguration, reporting diagnostics: inout [Diagnostic]
  ) {
    let known = site.originals.map(\.id)
    func exists(_ name: String) -> Bool {
      let target = name == "index" ? "" : name
      return target.hasPrefix("https://") || target.hasPrefix("http://")
        || directory.index(ofID: target) != nil || sections.section(withID: target) != nil
    }
    var found: [Diagnostic] = []
    for item in (configuration.menu + configuration.footerMenu).flattened {
      check(item, in: configuration.language, reporting: &found)
    }
    // What leads nowhere in the settings of another tool is left out of the menu, and nothing more.
    diagnostics +=
      configuration.hasMenuOfOtherTool ? found.map { $0.withSeverity(.remark) } : found
    if let page = configuration.accessibility, !exists(page) {
      let location = configuration.location(of: "accessibility")
      diagnostics.append(.unknownAccessibilityPage(page, known: known, at: location))
    }
    for page in configuration.searchedLast where !exists(page) {
      let location = configuration.location(of: "search_last")
      diagnostics.append(.unknownPageSearchedLast(page, known: known, at: location))
    }
    if let page = configuration.composer, !exists(page) {
      let location = configuration.location(of: "composer")
      diagnostics.append(.unknownComposerPage(page, known: known, at: location))
    }
    if let page = configuration.cards, page == site.configuration.cards, cardsPage == nil {
      let location = configuration.location(of: "cards")
      diagnostics.append(.unknownCardsPage(page, known: known, at: location))
    }
  }

  /// Reports an entry that leads nowhere, and what is to be said of one that leads somewhere.
  private func check(
    _ item: SiteConfiguration.MenuItem, in language: String,
    reporting diagnostics: inout [Diagnostic]
  ) {
    guard let target = item.target else { return }
    var found: [Diagnostic] = []
    let link = findMenuLink(to: target, at: item.location, in: language, reporting: &found)
    if link != nil {
      diagnostics += found
    } else if let problem = found.first(where: { $0.id != "link.dangling" }) {
      diagnostics.append(problem.withSeverity(.error))
    } else {
      diagnostics.append(
        .unknownMenuTarget(
          target, suggestion: found.first?.suggestion, known: namesOfPages, at: item.location))
    }
  }

  /// What the address of an entry may name, besides the files beside the sheets.
  private var namesOfPages: [String] {
    let made = [
      layout.searchFolder, layout.tagFolder, layout.alphabetFolder, layout.siteMapFolder,
    ].map { String($0.dropLast()) }
    return site.originals.map(\.id) + made + ["feed.xml", "feed.json"]
  }
}
