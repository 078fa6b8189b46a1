/// What the search makes of a field beside its text: `recherche:` in the declaration of a type.
public enum SearchRole: String, Sendable, CaseIterable {
  /// Another name of the sheet, whose words weigh as those of its title.
  case name = "nom"
  /// What the sheet is about: its words weigh as those of the summary.
  case subject = "sujet"
  /// How long something takes: « 30 minutes » in a query becomes a filter.
  case duration = "duree"
  /// How many people it is for: « 12 personnes » in a query becomes a filter.
  case people = "personnes"
  /// One of a few values, which a query that names it is filtered by.
  case values = "valeurs"

  /// Whether what is typed may become a filter on the field.
  public var isFilter: Bool {
    switch self {
    case .name, .subject: false
    case .duration, .people, .values: true
    }
  }

  /// Returns whether fields of a kind may have the role.
  func accepts(_ kind: FieldKind) -> Bool {
    let (rules, isTerm) = (kind.rules, kind.vocabulary != nil)
    switch self {
    case .name: return rules is TextKind || rules is MarkdownKind
    case .subject: return rules is TextKind || rules is MarkdownKind || isTerm
    case .values: return isTerm
    case .duration: return rules is DurationKind || hasEnds(kind)
    case .people:
      return rules is IntegerKind || rules is NumberKind || rules is RangeKind || hasEnds(kind)
    }
  }

  /// Whether a kind is an object whose `min` and `max` may have the role: an interval.
  private func hasEnds(_ kind: FieldKind) -> Bool {
    ["min", "max"].allSatisfy { end in
      kind.fields.contains { $0.key == end && accepts($0.kind) }
    }
  }
}
