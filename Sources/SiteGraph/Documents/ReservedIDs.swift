import ContentModel
import SiteLoading
import Theming

/// The ids that the templates of a theme give to the pages of sheets: headings may not take them.
struct ReservedIDs: Sendable {
  private struct Key: Hashable {
    let template: TemplateName
    let type: String
  }

  /// The name by which templates read the key of a field, as in `id="champ-{{key}}"`.
  private static let fieldKey = "key"

  private let theme: Theme
  private let known: [Key: Set<String>]

  /// - Complexity: O(*n*) in the number of types and the length of their templates.
  init(_ site: LoadedSite) {
    theme = site.theme
    var known: [Key: Set<String>] = [:]
    for type in site.types.values {
      for names in [[type.template, "sheet"], ["section"], ["home"]] {
        guard let template = site.theme.template(for: names) else { continue }
        let ids = site.theme.ids(of: template)
        let ofFields = ids.patterns.filter { $0.name == Self.fieldKey }.flatMap { pattern in
          type.fields.map { pattern.start + $0.key + pattern.end }
        }
        known[Key(template: template, type: type.id)] = ids.literals.union(ofFields)
      }
    }
    self.known = known
  }

  /// The ids that the page of a sheet may have from its template.
  subscript(sheet: Sheet) -> Set<String> {
    theme.template(of: sheet).flatMap { known[Key(template: $0, type: sheet.type.id)] } ?? []
  }
}
