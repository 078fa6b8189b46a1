import SiteLoading
package import ContentModel
package import Diagnostics

extension LinkedSite {
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
        || directory.index(ofID: target) != nil
        || sections.section(withID: target) != nil
    }
    for item in configuration.menu + configuration.footerMenu where !exists(item.target) {
      diagnostics.append(.unknownMenuTarget(item.target, known: known, at: item.location))
    }
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
}
