package import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
package import Theming

/// The page of a sheet, and a page of the list of its folder when it is the folder's own.
package struct SheetPage: PageOutput {
  package let path: String
  package let origin: String
  /// The place of the sheet in the list of sheets.
  package let index: Int
  /// Its number in the list of the folder, from 1.
  package let number: Int

  package var sheet: Int? { index }

  package var rank: AddressRank { number == 1 ? .sheet : .list }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.enumerated().flatMap { index, sheet in
      let listed = sheet.isIndex ? listed(on: sheet, site) : 0
      return (1...site.declared.configuration.pageCount(ofList: listed, size: sheet.pageSize)).map {
        number in
        SheetPage(
          path: SiteLayout.listPath(site.folders[index], page: number), origin: sheet.path,
          index: index, number: number)
      }
    }
  }

  /// Returns how many entries the own page of a folder lists.
  private static func listed(on sheet: Sheet, _ site: SiteView) -> Int {
    if sheet.original != nil, let language = sheet.language {
      return site.listed(in: sheet.id, language: language).count
    }
    guard !sheet.id.isEmpty, let section = site.sections.section(withID: sheet.id) else {
      return 0
    }
    return site.listed(in: section).count
  }

  package func budget(in site: SiteView) -> WeightBudget.PageKind {
    let sheet = site.sheets[index]
    if sheet.isIndex, sheet.id.isEmpty { return .home }
    // A page with a view lists sheets, as that of a folder does.
    return sheet.isIndex || !sheet.views.isEmpty ? .page : .sheet
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.sheet(site.sheets[index])
  }

  package func values(_ context: inout PageContext) -> TemplateObject {
    context.sheet(index, page: number)
  }

  package func source(in site: SiteView) -> String { site.sheets[index].path }

  package func description(in site: SiteView) -> LocalizedText? { nil }
}
