package import ContentModel
package import Diagnostics
import SiteGraph
import SiteLoading
package import Theming

/// The templates of a theme for each kind of page.
package struct Templates: Sendable {
  package let home: TemplateName?
  package let section: TemplateName?
  package let tags: TemplateName?
  package let tag: TemplateName?
  package let search: TemplateName?
  package let alphabet: TemplateName?
  package let siteMap: TemplateName?
  package let notFound: TemplateName?
  /// Only looked up where the site wants such images.
  package let socialImage: TemplateName?
  /// The card of a sheet on the page of cards, in a theme that has it.
  package let pocketCard: TemplateName?
  private let theme: Theme

  /// The name of the template of a card.
  static let pocketCardName = "carte-de-poche"

  /// Looks the templates up; those that the theme lacks are reported.
  package init(
    _ theme: Theme, hasSocialImages: Bool = false, reporting diagnostics: inout [Diagnostic]
  ) {
    func template(_ name: String) -> TemplateName? {
      let template = theme.template(for: [name])
      if template == nil { diagnostics.append(.missingTemplate(name)) }
      return template
    }
    home = template("home")
    section = template("section")
    tags = template("tags")
    tag = template("tag")
    search = template("search")
    alphabet = template("a-z")
    siteMap = template("sitemap")
    notFound = template("404")
    socialImage = hasSocialImages ? template(SocialImage.templateName) : nil
    pocketCard = theme.template(for: [Self.pocketCardName])
    self.theme = theme
    _ = template("sheet")
  }

  /// Returns the template of a sheet.
  package func sheet(_ sheet: Sheet) -> TemplateName? { theme.template(of: sheet) }
}
