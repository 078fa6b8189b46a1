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
