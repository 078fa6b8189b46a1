package import ContentModel
package import Theming

extension Theme {
  /// Returns the template of the page of a sheet: that of its type, or else the one for all; the own
  /// page of a folder has the one for folders.
  package func template(of sheet: Sheet) -> TemplateName? {
    if sheet.isIndex {
      return template(for: [sheet.id.isEmpty && sheet.original == nil ? "home" : "section"])
    }
    return template(for: [sheet.type.template, "sheet"])
  }
}
