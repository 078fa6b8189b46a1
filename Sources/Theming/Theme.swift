/// Everything that gives a site its looks and its interface words: templates, assets, words.
///
///     let file = ThemeFile(
///       path: "templates/sheet.mustache", shownAs: "themes/lab/templates/sheet.mustache",
///       bytes: Array("<h1>{{title}}</h1>".utf8))
///     let (theme, problems) = Theme.load(layers: [[file]])
///     var diagnostics = problems
///     guard let template = theme.template(for: ["methode", "sheet"]) else { return nil }
///     let page = theme.render(
///       template, ["title": .text("Forum ouvert")], contentPath: "content/forum.md",
///       diagnostics: &diagnostics)  // <h1>Forum ouvert</h1>
///
/// A theme is a value made once by ``load(from:)`` and read by every worker at the same time.
public struct Theme: Sendable {
  /// The language whose words stand in for those that another lacks.
  static let fallbackLanguage = "fr"

  /// The files that pages load, by name.
  public let assets: [Asset]
  /// The templates by name.
  let programs: [String: TemplateProgram]
  /// The tags of all templates, by number.
  let lookupTags: [VariableTag]
  /// The files of the templates, in the order of their names.
  let templateFiles: [ThemeFile]
  private let words: [String: InterfaceWords]

  init(
    assets: [Asset], programs: [String: TemplateProgram], lookupTags: [VariableTag],
    templateFiles: [ThemeFile], words: [String: InterfaceWords]
  ) {
    self.assets = assets
    self.programs = programs
    self.lookupTags = lookupTags
    self.templateFiles = templateFiles
    self.words = words
  }

  /// Returns the first of some templates that the theme has: a type's own, then a fallback.
  public func template(for names: [String]) -> TemplateName? {
    names.first { programs[$0] != nil }.map(TemplateName.init)
  }

  /// Returns the ids that a template gives to elements of its pages.
  ///
  /// - Complexity: O(*n*) in the length of the template.
  public func ids(of template: TemplateName) -> TemplateIDs {
    programs[template.text].map { TemplateIDs($0, tags: lookupTags) } ?? TemplateIDs()
  }

  /// The language of the frame of pages in one that the theme has no words for: more people read it.
  static let foreignLanguage = "en"

  /// Returns the words of a language, by its first subtag; those of English when there are none.
  public func words(for language: String) -> InterfaceWords {
    let subtag = language.prefix { $0 != "-" }.lowercased()
    return words[subtag] ?? words[Self.foreignLanguage] ?? words[Self.fallbackLanguage]
      ?? InterfaceWords(language: language, words: [:], fallback: [:])
  }

  /// The languages that have words of their own, sorted.
  public var languages: [String] { words.keys.sorted() }

  /// Returns the addresses of the assets as templates read them, under `assets`.
  ///
  /// - Parameter prefix: The way from the page to the site's root: empty, or as `../../`.
  public func assetAddresses(prefix: String) -> TemplateValue {
    .object(TemplateObject(assets.map { ($0.templateName, .text(prefix + $0.path)) }))
  }
}
