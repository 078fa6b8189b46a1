package import ContentModel

/// The lists that outputs show.
extension SiteView {
  /// The dated sheets, the latest first; of one day, in the order of the site.
  ///
  /// Every page of lists shows the first of them: ``PageContext`` sorts them once.
  package var latestSheets: [Int] { site.latestSheets }

  /// The dated sheets among some, the latest first; of one day, in the order of the site.
  package func latest(of indices: some Sequence<Int>) -> [Int] { site.latest(of: indices) }

  /// The sheets that a view may show, in its order or else in that of their type.
  package func sheets(in selection: SheetSelection) -> [Int] { site.sheets(in: selection) }

  /// The first of these: as many as the view shows.
  package func shown(in selection: SheetSelection) -> ArraySlice<Int> {
    site.shown(in: selection)
  }

  /// The sheets that the cards of a page show; empty when the page has none.
  package func cardsShown(on page: Int) -> ArraySlice<Int> { site.cardsShown(on: page) }

  /// What the list of a folder shows, but for what the views of the folder's own page show already.
  package func listed(in section: Section) -> [Section.Listed] { site.listed(in: section) }

  /// Returns what the page of a folder lists in a language other than that of the site.
  package func listed(in folder: String, language: String) -> [Int] {
    site.listed(in: folder, language: language)
  }

  /// Returns where an entry of a menu leads from the pages of a language; nil when it leads nowhere.
  package func menuLink(to target: String, in language: String) -> MenuLink? {
    site.menuLink(to: target, in: language)
  }

  /// Returns the published folders of the pages that menus lead to, from the pages of a language.
  package func menuFolders(in language: String) -> [String] { site.menuFolders(in: language) }

  /// Returns the ids of the sheets and folders that a menu leads to, in its order.
  package func pages(of menu: [SiteConfiguration.MenuItem]) -> [String] { site.pages(of: menu) }

  /// The page that shows a sheet as a pocket card, by sheet; the first of several pages.
  package var pocketPages: [Int: Int] { site.pocketPages }

  /// The page of pocket cards that the site names; nil when it names none that is one.
  package var cardsPage: Int? { site.cardsPage }

  /// The home pages of the site, one a language.
  package var homes: [PageTranslation] { site.homes }

  /// Returns the folder of the home page of a language: that of the site for its own.
  package func home(of language: String) -> String { site.home(of: language) }

  /// The languages that have no home page of their own.
  package var languagesWithoutHome: [String] { site.languagesWithoutHome }

  /// The title of a folder: that of its own page, or else its name.
  package func title(ofFolder id: String) -> String {
    if let index = sections.section(withID: id)?.index { return sheets[index].title }
    if id.isEmpty { return declared.configuration.title }
    let name = id.split(separator: "/").last.map(String.init) ?? id
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
