package import ContentModel
package import Diagnostics
package import Theming

/// A component of the site, with the template that shows it.
package struct SiteComponent: Sendable {
  package let definition: ComponentDefinition
  package let template: LoneTemplate

  /// Reads a component; nil when it cannot be used, which is then reported.
  init?(
    name: String, path: String, text: String, vocabularies: [String: Vocabulary],
    damaged: Set<String>, reporting diagnostics: inout [Diagnostic]
  ) {
    guard
      let definition = ComponentDefinition(
        name: name, path: path, text: text, vocabularies: vocabularies, damaged: damaged,
        reporting: &diagnostics),
      let template = LoneTemplate(
        path: path, bytes: definition.template, reporting: &diagnostics)
    else { return nil }
    self.definition = definition
    self.template = template
  }
}
