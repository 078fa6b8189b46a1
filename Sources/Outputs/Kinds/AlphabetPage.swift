package import Diagnostics
package import SiteGraph
package import Theming

/// The alphabetical list of sheets; that of one letter, when each has a page of its own.
package struct AlphabetPage: PageOutput {
  package let path: String
  package let origin: String
  /// The place of its letter in the alphabet; nil for the whole list.
  private let letter: Int?

  private init(_ folder: String, letter: Int?) {
    path = SiteLayout.listPath(folder)
    origin = folder
    self.letter = letter
  }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    let letters = site.alphabet.isSplit ? site.alphabet.letters : []
    return [AlphabetPage(site.layout.alphabetFolder, letter: nil)]
      + letters.enumerated().map { AlphabetPage(site.layout.folder(of: $1), letter: $0) }
  }

  package func template(in templates: Templates, of site: SiteView) -> TemplateName? {
    templates.alphabet
  }

  package func values(_ context: inout PageContext) -> TemplateObject { context.alphabet(letter) }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "toutes les fiches, de A à Z", en: "all sheets, from A to Z")
  }
}
