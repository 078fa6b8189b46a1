public import Diagnostics

/// The links between sheets that a type declares, in both directions.
public struct Relations: Sendable {
  /// Sheets under one name, as one of the ends of a relation sees them.
  public struct Group: Sendable, Hashable {
    /// The key in templates and data.
    public let name: String
    /// What readers see.
    public let label: Label
    /// The sheets, in the order given; those of an inverse in the order of the site.
    public internal(set) var targets: [Int]
  }

  /// The groups of each sheet, those that it declares first.
  public let groups: [[Group]]
  /// The sheet that each reference of each sheet leads to, by the place where it is written.
  public let targets: [SourceLocation: Int]
  /// The sheets that the references of each sheet lead to, in the order of its fields.
  public let named: [[Int]]

  /// Follows the references of all sheets.
  ///
  /// A reference to a sheet that is missing, is not published or is of another type is reported.
  ///
  /// - Complexity: O(*n*) in the number of references.
  public init(
    _ sheets: [Sheet], directory: SheetDirectory, reporting diagnostics: inout [Diagnostic]
  ) {
    var groups = [[Group]](repeating: [], count: sheets.count)
    var targets: [SourceLocation: Int] = [:]
    var named = [[Int]](repeating: [], count: sheets.count)
    var inverses: [(source: Int, target: Int, RelationDefinition.Inverse)] = []
    for (index, sheet) in sheets.enumerated() where !sheet.fields.isEmpty {
      let suggestions = Suggestions()
      let declared = Set(sheet.type.relations.map(\.field.key))
      for relation in sheet.type.relations {
        guard let value = sheet.fields[relation.field.key] else { continue }
        var found: [Int] = []
        for case .reference(let reference, let location) in value.elements {
          let target = Self.resolve(
            reference, at: location, types: relation.targets, sheets, directory, suggestions,
            reporting: &diagnostics)
          guard let target, !found.contains(target) else { continue }
          guard target != index else {
            diagnostics.append(.selfReference(reference, at: location))
            continue
          }
          found.append(target)
          targets[location] = target
          named[index].append(target)
          if let inverse = relation.inverse, !sheet.isUnlisted {
            inverses.append((index, target, inverse))
          }
        }
        guard !found.isEmpty else { continue }
        groups[index].append(
          Group(name: relation.field.key, label: relation.field.label, targets: found))
      }
      for field in sheet.type.fields where !declared.contains(field.key) {
        for (reference, location, types) in sheet.references(of: field) {
          let target = Self.resolve(
            reference, at: location, types: types, sheets, directory, suggestions,
            reporting: &diagnostics)
          targets[location] = target
          if let target { named[index].append(target) }
        }
      }
    }
    for (source, target, inverse) in inverses {
      Self.add(source, to: &groups[target], inverse)
    }
    self.groups = groups
    self.targets = targets
    self.named = named
  }

  private static func add(
    _ source: Int, to groups: inout [Group], _ inverse: RelationDefinition.Inverse
  ) {
    if let place = groups.firstIndex(where: { $0.name == inverse.name }) {
      if !groups[place].targets.contains(source) { groups[place].targets.append(source) }
    } else {
      groups.append(Group(name: inverse.name, label: inverse.label, targets: [source]))
    }
  }

  static func resolve(
    _ reference: String, at location: SourceLocation, types: [String], _ sheets: [Sheet],
    _ directory: SheetDirectory, _ suggestions: Suggestions,
    reporting diagnostics: inout [Diagnostic]
  ) -> Int? {
    let match = directory.match(reference: reference) { index in
      types.isEmpty || types.contains(sheets[index].type.id)
    }
    switch match {
    case .sheet(let index):
      if types.isEmpty || types.contains(sheets[index].type.id) { return index }
      diagnostics.append(
        .wrongReferenceType(reference, is: sheets[index].type.id, wanted: types, at: location))
    case .ambiguous(let ids):
      diagnostics.append(.ambiguousReference(reference, candidates: ids, at: location))
    case .unpublished(let reason):
      diagnostics.append(.unpublishedReference(reference, reason, at: location))
    case .nothing:
      let suggestion = suggestions.next(for: reference) {
        directory.closest(toReference: reference)
      }
      diagnostics.append(
        .danglingReference(reference, wanted: types, suggestion: suggestion, at: location))
    }
    return nil
  }
}
