import Diagnostics

/// What can be wrong with the colours of a site.
extension Diagnostic {
  private static let writing = LocalizedText(
    fr: "« # » et trois ou six chiffres hexadécimaux, entre guillemets, comme \"#0b4257\"",
    en: "“#” and three or six hexadecimal digits, in quotes, as \"#0b4257\"")

  static func unreadableColour(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.colour", at: location,
      LocalizedText(fr: "couleur illisible « \(text) »", en: "unreadable colour “\(text)”"),
      expected: writing)
  }

  static func emptyColour(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.colour", at: location,
      LocalizedText(
        fr: "couleur vide : sans guillemets, ce qui suit « # » est un commentaire",
        en: "empty colour: without quotes, what follows “#” is a comment"),
      expected: writing)
  }

  static func missingMainColour(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.colour", at: location,
      LocalizedText(
        fr: "« couleurs » sans « principale » : les autres couleurs viennent d’elle",
        en: "“colors” without “main”: the other colours come from it"),
      expected: LocalizedText(
        fr: "« principale: \"#0b4257\" »", en: "“main: \"#0b4257\"”"))
  }

  static func lowContrast(
    _ colour: Colour, on background: Colour, _ light: ScreenLight, used: Colour,
    at location: SourceLocation
  ) -> Diagnostic {
    let ratio = hundredths(colour.contrast(on: background))
    let (day, jour) = light == .day ? ("light", "clair") : ("dark", "sombre")
    return Diagnostic(
      .warning, id: "site.contrast", at: location,
      LocalizedText(
        fr: "la couleur « \(colour.text) » se lit mal sur le fond \(jour) « \(background.text) » : "
          + "contraste de \(ratio.replacing(".", with: ",")) ; les liens prennent « \(used.text) »",
        en: "the colour “\(colour.text)” is hard to read on the \(day) page “\(background.text)”: "
          + "contrast of \(ratio); links take “\(used.text)”"),
      expected: LocalizedText(
        fr: "un contraste de 4,5 au moins avec le fond et les surfaces (RGAA 3.2)",
        en: "a contrast of 4.5 at least with the page and its surfaces (WCAG 1.4.3)"),
      suggestion: LocalizedText(
        fr: "écrivez « lien: \"\(used.text)\" »", en: "write “link: \"\(used.text)\"”"))
  }

  /// Returns a contrast with one or two decimals, cut and not rounded: 4.49 is no 4.5.
  private static func hundredths(_ ratio: Double) -> String {
    let cut = Int((ratio * 100).rounded(.down))
    let decimals = cut % 100
    return "\(cut / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
