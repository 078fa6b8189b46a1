import Diagnostics

/// What is said of marks that the page would show as they were typed.
extension Diagnostic {
  static func unreadMark(_ mark: UnreadMark, at location: SourceLocation) -> Diagnostic {
    switch mark {
    case .heading:
      unread(
        "heading", "cet intertitre n’est pas lu", "this heading is not read", at: location,
        expected: LocalizedText(
          fr: "une espace après les « # » : « ## Mon titre »",
          en: "a space after the “#”: “## My heading”"))
    case .bullet(let bullet):
      unread(
        "list", "cette liste n’est pas lue", "this list is not read", at: location,
        expected: LocalizedText(
          fr: "« - » et une espace devant chaque élément, et non « \(bullet) »",
          en: "“-” and a space before each element, not “\(bullet)”"))
    case .hyphen:
      unread(
        "list", "cette liste n’est pas lue", "this list is not read", at: location,
        expected: LocalizedText(
          fr: "une espace après le tiret : « - un élément »",
          en: "a space after the hyphen: “- an element”"))
    case .table:
      unread(
        "table", "ce tableau n’est pas lu", "this table is not read", at: location,
        expected: LocalizedText(
          fr: "sous la première ligne, « | --- | --- | » : autant de cases que de titres",
          en: "below the first line, “| --- | --- |”: as many cells as there are headings"))
    case .link:
      unread(
        "link", "ce lien n’est pas lu", "this link is not read", at: location,
        expected: LocalizedText(
          fr: "un chemin sans espace, ou entre « < » et « > » : [le plan](<Plan de salle.pdf>)",
          en: "a path without spaces, or between “<” and “>”: [the plan](<Floor plan.pdf>)"))
    case .openLink:
      unread(
        "link", "ce lien n’est pas lu", "this link is not read", at: location,
        expected: LocalizedText(
          fr: "une parenthèse à la fin de l’adresse : « [texte](fiche.md) »",
          en: "a parenthesis at the end of the address: “[text](sheet.md)”"))
    case .linkQuotes:
      unread(
        "link", "ce lien n’est pas lu", "this link is not read", at: location,
        expected: LocalizedText(
          fr: "des guillemets droits autour du titre : « [texte](fiche.md \"titre\") »",
          en: "straight quotes around the title: “[text](sheet.md \"title\")”"))
    case .reference(let name):
      unread(
        "reference", "« \(name) » n’est défini nulle part", "“\(name)” is defined nowhere",
        at: location,
        expected: LocalizedText(
          fr:
            "son adresse, seule sur une ligne : « [\(name)]: fiche.md », ou « [texte](fiche.md) »",
          en: "its address, on a line of its own: “[\(name)]: sheet.md”, or “[text](sheet.md)”"))
    case .noteName:
      unread(
        "note", "cette note n’est pas lue", "this note is not read", at: location,
        expected: LocalizedText(
          fr: "un nom sans espace : « [^une-note] »", en: "a name without spaces: “[^a-note]”"))
    case .brackets:
      unread(
        "link", "ce lien n’est pas lu", "this link is not read", at: location,
        expected: LocalizedText(
          fr: "[le texte](l’adresse) : le texte d’abord, et rien entre « ] » et « ( »",
          en: "[the text](the address): the text first, and nothing between “]” and “(”"))
    case .note(let call):
      unread(
        "note", "cette note n’a pas de texte", "this note has no text", at: location,
        expected: LocalizedText(
          fr: "le texte de la note, seul sur une ligne : « \(call): … »",
          en: "the text of the note, on a line of its own: “\(call): …”"))
    case .bold:
      unread(
        "bold", "ces étoiles ne sont pas lues", "these stars are not read", at: location,
        expected: LocalizedText(
          fr: "« **mot** », sans espace entre les étoiles et le mot ; « \\*\\* » pour les montrer",
          en: "“**word**”, without spaces between the stars and the word; “\\*\\*” to show them"))
    }
  }

  static func openFence(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.open-fence", at: location,
      LocalizedText(
        fr: "ce bloc de code n’est pas refermé : tout ce qui suit en fait partie",
        en: "this block of code is not closed: all that follows is a part of it"),
      expected: LocalizedText(
        fr: "les mêmes signes, seuls sur une ligne, à la fin du bloc",
        en: "the same signs, on a line of their own, at the end of the block"))
  }

  static func openHTML(_ html: UnclosedHTML, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.open-html", at: location,
      html.isHidden
        ? LocalizedText(
          fr: "« \(html.opening) » n’est pas refermé : la page ne montre rien de ce qui suit",
          en: "“\(html.opening)” is not closed: the page shows nothing of what follows")
        : LocalizedText(
          fr: "« \(html.opening) » n’est pas refermé : tout ce qui suit en fait partie",
          en: "“\(html.opening)” is not closed: all that follows is a part of it"),
      expected: LocalizedText(
        fr: "« \(html.closing) » à sa fin ; « \\\(html.opening) » pour montrer ces signes",
        en: "“\(html.closing)” at its end; “\\\(html.opening)” to show these signs"))
  }

  static func cellsTooMany(
    _ cells: Int, columns: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.table-cells", at: location,
      LocalizedText(
        fr:
          "cette ligne a \(cells) cases et le tableau \(columns) colonnes : la page perd le reste",
        en: "this row has \(cells) cells and the table \(columns) columns: the page loses the rest"),
      expected: LocalizedText(
        fr: "autant de cases que de titres ; « \\| » pour écrire « | » dans une case",
        en: "as many cells as headings; “\\|” to write “|” in a cell"))
  }

  private static func unread(
    _ cause: String, _ french: String, _ english: String, at location: SourceLocation,
    expected: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.unread-\(cause)", at: location,
      LocalizedText(
        fr: "\(french) : la page montre les signes tels quels",
        en: "\(english): the page shows the signs as they are"),
      expected: expected)
  }
}
