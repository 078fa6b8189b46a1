import Diagnostics

/// What is said of a text that is not read, for it would hold the machine.
extension Diagnostic {
  static func excess(_ excess: ParsingExcess, at location: SourceLocation) -> Diagnostic {
    switch excess {
    case .nesting(let limit): return nestedTooDeep(limit: limit, at: location)
    case .lines(let limit):
      return tooMuch(
        "plus de \(limit) lignes", "more than \(limit) lines", at: location,
        expected: splitSheet)
    case .marks(let limit):
      return tooMuch(
        "plus de \(limit) signes de Markdown", "more than \(limit) marks of Markdown",
        at: location, expected: splitSheet)
    case .addresses:
      return tooMuch(
        "trop d’adresses à la suite", "too many addresses one after the other", at: location,
        expected: splitSheet)
    case .columns(let limit):
      return tooMuch(
        "tableau de plus de \(limit) colonnes", "table of more than \(limit) columns",
        at: location, expected: dataFile)
    case .cells(let limit):
      return tooMuch(
        "tableaux de plus de \(limit) cases", "tables of more than \(limit) cells", at: location,
        expected: dataFile)
    case .delimiterRows:
      return tooMuch(
        "trop de lignes de tirets dans un paragraphe",
        "too many lines of hyphens in a paragraph", at: location,
        expected: LocalizedText(
          fr: "une ligne vide avant et après chaque tableau",
          en: "an empty line before and after each table"))
    case .openTags:
      return tooMuch(
        "trop de « <! » ou « <? » dans un paragraphe", "too many “<!” or “<?” in a paragraph",
        at: location,
        expected: LocalizedText(
          fr: "du code entre deux lignes « ``` »", en: "code between two lines “```”"))
    case .references:
      return tooMuch(
        "une définition de lien très longue, trop souvent reprise",
        "a very long definition of a link, used too often", at: location,
        expected: LocalizedText(fr: "une adresse plus courte", en: "a shorter address"))
    }
  }

  private static let splitSheet = LocalizedText(
    fr: "plusieurs fiches plus courtes", en: "several shorter sheets")
  private static let dataFile = LocalizedText(
    fr: "un fichier à télécharger, lié à la fiche", en: "a file to download, linked to the sheet")

  private static func tooMuch(
    _ french: String, _ english: String, at location: SourceLocation, expected: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "markdown.bounds", at: location,
      LocalizedText(
        fr: "\(french) : ce texte n’est pas lu", en: "\(english): this text is not read"),
      expected: expected)
  }

  static func nestedTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "markdown.nesting", at: location,
      LocalizedText(
        fr: "plus de \(limit) niveaux imbriqués", en: "more than \(limit) nested levels"),
      expected: LocalizedText(
        fr: "moins de listes et de citations les unes dans les autres",
        en: "fewer lists and quotes in one another"))
  }
}
