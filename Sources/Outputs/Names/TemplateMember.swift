import Theming

/// A name that templates may ask for, with how its value is made: a table of these says each name once.
struct TemplateMember<Source>: Sendable {
  let entry: TemplateNames.Entry
  /// Makes the value.
  let value: @Sendable (Source) -> TemplateValue

  init(
    _ name: String, _ kind: TemplateNames.Kind, _ meaning: String,
    _ value: @escaping @Sendable (Source) -> TemplateValue
  ) {
    entry = TemplateNames.Entry(name, kind, meaning)
    self.value = value
  }
}

extension Array {
  /// Returns the values that a source has for the names of a table; those without one are left out.
  func values<Source>(of source: Source) -> [(String, TemplateValue)]
  where Element == TemplateMember<Source> {
    var values: [(String, TemplateValue)] = []
    values.reserveCapacity(count)
    // In place: a member that is taken out of the table is copied for each page.
    for index in indices {
      let value = self[index].value(source)
      if case .none = value { continue }
      values.append((self[index].entry.name, value))
    }
    return values
  }
}
