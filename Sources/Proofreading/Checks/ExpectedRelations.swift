import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics

/// Sheets without a link that their type expects (`attendue` in the relations of a type).
///
/// Where no sheet at all has it, that is said once.
struct ExpectedRelations: EditorialCheck {
  package static let name = EditorialRules.Check.expectedRelations

  package func findings(in site: EditorialContext) -> [Diagnostic] {
    let loaded = site.commons.site
    return loaded.types.values.sorted { $0.id < $1.id }.flatMap { type in
      type.relations.flatMap { relation in
        findings(about: relation, of: type, in: site)
      }
    }
  }

  private func findings(
    about relation: RelationDefinition, of type: ContentType, in site: EditorialContext
  ) -> [Diagnostic] {
    let key = relation.field.key
    guard relation.isExpected || relation.inverse?.isExpected == true else { return [] }
    let sources = site.sheets(of: [type.id])
    let lacking = sources.filter { !site.hasRelation($0, key) }
    if !sources.isEmpty, lacking.count == sources.count {
      let folder = site.commons.site.contentFolder
      let path = (folder.isEmpty ? "" : folder + "/") + "_types/\(type.id).yaml"
      return [
        .unusedRelation(relation.field, of: type, sources.count, at: SourceLocation(path: path))
      ]
    }
    var found: [Diagnostic] = []
    if relation.isExpected {
      found += lacking.map { .missingRelation(relation.field, at: site.file(of: $0)) }
    }
    if let inverse = relation.inverse, inverse.isExpected {
      found += site.sheets(of: relation.targets).filter { !site.hasRelation($0, inverse.name) }
        .map { .unusedSheet(inverse.label, of: type, at: site.file(of: $0)) }
    }
    return found
  }
}

extension EditorialContext {
  /// The originals of some types, but for the own pages of folders, which present the others.
  fileprivate func sheets(of types: [String]) -> [Int] {
    let originals = commons.site.originals
    return originals.indices.filter { index in
      types.contains(originals[index].type.id) && !originals[index].isIndex
    }
  }

  fileprivate func hasRelation(_ sheet: Int, _ name: String) -> Bool {
    commons.relations.groups[sheet].contains { $0.name == name }
  }

  fileprivate func file(of sheet: Int) -> SourceLocation {
    SourceLocation(path: commons.site.sheets[sheet].path)
  }
}
