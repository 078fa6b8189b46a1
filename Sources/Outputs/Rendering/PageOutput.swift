package import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// An output that a template writes, and that people read: it is audited, and has a budget.
package protocol PageOutput: Output {
  /// Which limit of the budget of the site holds for it.
  func budget(in site: SiteView) -> WeightBudget.PageKind
  /// Returns its template, and nil when the theme lacks it, which has been reported.
  func template(in templates: Templates, of site: SiteView) -> TemplateName?
  /// Returns the values that its template reads.
  func values(_ context: inout PageContext) -> TemplateObject
  /// The file that messages about its values name: by default its own path.
  func source(in site: SiteView) -> String
}

extension PageOutput {
  package var rank: AddressRank { .made }

  package func budget(in site: SiteView) -> WeightBudget.PageKind { .page }

  package func source(in site: SiteView) -> String { path }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let page = renderer.page(of: self) else { return [] }
    return renderer.commons.theme.render(
      page.template, page.root, contentPath: page.source, diagnostics: &diagnostics)
  }
}
