extension FieldKind {
  /// The kinds that types may declare, in the order in which messages name them.
  ///
  /// A new kind is a file of `Fields/Kinds/` and a line here.
  static let declarable: [any FieldKindRules.Type] = [
    TextKind.self, MarkdownKind.self, IntegerKind.self, NumberKind.self, BooleanKind.self,
    DateKind.self, DateTimeKind.self, RecurrenceKind.self, DurationKind.self, RangeKind.self,
    ScaleKind.self, TermKind.self, TagsKind.self, WebAddressKind.self, ImageKind.self,
    FileKind.self, ReferenceKind.self, LicenceKind.self, LanguageKind.self, ObjectKind.self,
  ]

  private static let declarableByName = Dictionary(
    declarable.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Reads the kind that a declaration names and its options; nil when it cannot be, which is then
  /// reported.
  static func declared(by declaration: inout FieldDeclaration) -> FieldKind? {
    let name = declaration.keys.string("type") ?? TextKind.name
    guard let rules = declarableByName[name] else {
      declaration.keys.report(
        .unknownFieldKind(
          name, known: declarable.map { $0.name },
          at: declaration.keys.location(ofKey: "type")))
      return nil
    }
    return kind(rules, by: &declaration)
  }

  private static func kind<Rules: FieldKindRules>(
    _ rules: Rules.Type, by declaration: inout FieldDeclaration
  ) -> FieldKind? {
    rules.declared(by: &declaration).map { FieldKind($0) }
  }
}
