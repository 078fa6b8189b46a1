/// A page that has been audited: what is wrong with it alone, and what must be compared with others.
public struct PageAudit: Sendable {
  /// What is wrong with the page, whatever the others are.
  public let findings: [Finding]
  /// The title, as browsers show it.
  public let title: String
  /// Where the title stands.
  public let titleOffset: Int
  /// The places in the page that links may lead to.
  public let anchors: PageAnchors
  /// The addresses that the page holds.
  public let references: [PageReference]

  /// The rules, each of which reads the whole page.
  private static let rules: [any PageRule.Type] = [
    Placeholders.self, EmptyAttributes.self, DuplicateIDs.self, MissingIDs.self, Headings.self,
    ImageAltText.self, AccessibleName.self, VagueLinks.self, Tables.self, FormFields.self,
    Languages.self, MissingPageTitle.self, InlineScriptOrStyle.self,
  ]

  /// Audits a page.
  ///
  /// - Parameter page: HTML in UTF-8; anything else is read as well as can be.
  /// - Complexity: O(*n*) in its length.
  public init(_ page: [UInt8]) {
    let markup = HTMLParser.parse(page)
    var findings: [Finding] = []
    for rule in Self.rules { rule.check(markup, reporting: &findings) }
    self.findings = findings
    let title = MissingPageTitle.title(of: markup)
    self.title = title.map(markup.text) ?? ""
    titleOffset = title?.offset ?? 0
    anchors = PageAnchors(in: markup)
    references = PageReference.all(in: markup)
  }
}
