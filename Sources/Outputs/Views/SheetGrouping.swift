import SiteLoading
import ContentModel
import SiteGraph
import TextEncoding

/// Groups sheets by the values of a field.
struct SheetGrouping {
  package let commons: SiteView
  package let field: FieldDefinition
  package let format: ValueFormat

  /// Returns the groups, and the sheets that have no value.
  ///
  /// Terms and steps come in the order of their list, those that no sheet has too; words come by
  /// alphabetical order.
  ///
  /// - Complexity: O(*n*) in the number of values, and O(*w* log *w*) in that of different words.
  package func groups(of sheets: some Sequence<Int>) -> (groups: [SheetGroup], without: [Int]) {
    var groups = steps
    var places: [String: Int] = [:]
    for (place, group) in groups.enumerated() { places[group.id] = place }
    var without: [Int] = []
    for sheet in sheets {
      let ids = self.ids(of: sheet)
      if ids.isEmpty { without.append(sheet) }
      for (id, word) in ids {
        if let place = places[id] {
          groups[place].sheets.append(sheet)
        } else {
          places[id] = groups.count
          groups.append(
            SheetGroup(id: id, label: format.typeset(word), definition: nil, sheets: [sheet]))
        }
      }
    }
    if steps.isEmpty {
      groups.sort {
        $0.label.sortingKey(in: format.language) < $1.label.sortingKey(in: format.language)
      }
    }
    return (groups, without)
  }

  /// The values of a sheet, each once: its id, and how this sheet spells it.
  package func ids(of sheet: Int) -> [(id: String, word: String)] {
    var ids: [(id: String, word: String)] = []
    for value in commons.sheets[sheet].fields[field.key]?.elements ?? [] {
      let facet = field.kind.facet(of: value)
      guard let id = facet.id, !id.isEmpty, !ids.contains(where: { $0.id == id }) else { continue }
      switch facet {
      case .word(let word), .tag(let word): ids.append((id, word))
      case .term, .step, .span, .none: ids.append((id, id))
      }
    }
    return ids
  }

  /// The groups of a closed list of values, empty; none when any word may be a value.
  private var steps: [SheetGroup] {
    commons.choices(of: field).map { choice in
      SheetGroup(
        id: choice.id, label: choice.label.map(format.label) ?? choice.id,
        definition: choice.definition.map(format.label), sheets: [])
    }
  }
}
