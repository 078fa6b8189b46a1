import ContentModel
import Diagnostics
import MarkdownRendering
import SiteLoading
import Theming

/// A component of the site as the renderer knows it: its declaration reads a block, its template shows it.
struct DeclaredComponent: Component {
  let component: SiteComponent
  let vocabularies: [String: Vocabulary]
  let theme: Theme
  let siteLanguage: String
  let allowsRemoteFiles: Bool
  /// What the template loses on every page, which is reported once.
  let known: Set<String>

  var name: String { component.definition.name }

  func render(_ block: ComponentBlock, in context: inout ComponentContext) -> ComponentOutput? {
    var found: [Diagnostic] = []
    let values = component.definition.values(
      in: block.text, fence: block.fence, lines: block.lines, vocabularies: vocabularies,
      reporting: &found)
    for diagnostic in found { context.report(diagnostic) }
    guard let values else { return nil }
    let reader = ComponentValues(
      format: ValueFormat(theme, language: context.lang, siteLanguage: siteLanguage),
      vocabularies: vocabularies, block: block)
    let root = reader.object(values, component.definition.fields, in: &context)
    var allowance = TemplateAllowance(
      steps: context.allowance.steps, bytes: context.allowance.bytes)
    guard let written = component.template.render(root, within: &allowance) else {
      context.report(.componentsTooLong(at: block.fence))
      return nil
    }
    context.allowance.steps = allowance.steps
    for diagnostic in written.unknownNames { context.report(diagnostic) }
    return context.output(
      of: written.bytes, known: known, allowsRemoteFiles: allowsRemoteFiles, at: block.fence)
  }
}

extension DeclaredComponent {
  /// Returns the components of a site, and reports what their templates ask for and write in vain, once.
  static func all(
    in site: LoadedSite, reporting diagnostics: inout [Diagnostic]
  ) -> [any Component] {
    site.components.map { component in
      let check = ComponentTemplateCheck(
        component, keepsAllHTML: site.configuration.rawHTML == .allow,
        allowsRemoteFiles: site.configuration.allowsRemoteImages)
      diagnostics += site.isPlain ? check.diagnostics.map(\.noError) : check.diagnostics
      return DeclaredComponent(
        component: component, vocabularies: site.vocabularies, theme: site.theme,
        siteLanguage: site.configuration.language,
        allowsRemoteFiles: site.configuration.allowsRemoteImages, known: Set(check.leftOut))
    }
  }
}
