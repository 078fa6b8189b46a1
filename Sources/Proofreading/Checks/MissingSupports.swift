import ContentModel
import Diagnostics
import SiteGraph
import SiteLoading

/// Sheets that name something to print, such as a canvas, without a file of it (`supports` in the checks
/// of a type).
struct MissingSupports: EditorialCheck {
  package static let name = EditorialRules.Check.supports

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    let commons = site.commons
    return commons.site.originals.enumerated().flatMap { index, sheet in
      sheet.type.checks.flatMap { check -> [Diagnostic] in
        guard case .supports(let fields) = check else { return [] }
        let groups = commons.relations.groups[index]
        guard !groups.contains(where: { fields.relations.contains($0.name) }) else { return [] }
        func key(_ path: String) -> String {
          path.split(separator: ".").first.map(String.init) ?? path
        }
        return fields.missing(in: sheet).map {
          .missingSupport($0, key(fields.files), at: sheet.location(of: key(fields.names)))
        }
      }
    }
  }
}
