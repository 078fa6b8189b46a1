import Diagnostics

/// What is said of syntax that other tools read.
extension Diagnostic {
  static func foreignTag(_ tag: ForeignTag, at location: SourceLocation) -> Diagnostic {
    switch tag {
    case .template:
      return shown(
        "balise d’un autre outil « {% … %} »", "tag of another tool “{% … %}”", at: location,
        fr: "le texte qu’elle produisait, ou du Markdown",
        en: "the text that it made, or Markdown")
    case .value:
      return shown(
        "valeur d’un autre outil « {{ … }} »", "value of another tool “{{ … }}”", at: location,
        fr: "le texte ou le chemin qu’elle donnait ; entre « ` » pour la montrer",
        en: "the text or the path that it gave; between “`” to show it")
    case .shortcode:
      return shown(
        "raccourci de Hugo « {{< … >}} »", "shortcode of Hugo “{{< … >}}”", at: location,
        fr: "une image, un lien ou une alerte en Markdown",
        en: "an image, a link or an alert in Markdown")
    case .include, .codeImport:
      return shown(
        "texte d’un autre fichier, qui n’est pas lu", "text of another file, which is not read",
        at: location,
        fr: "le texte lui-même, copié ici", en: "the text itself, copied here")
    case .moduleImport:
      return Diagnostic(
        .warning, id: "markdown.foreign-tag", at: location,
        LocalizedText(
          fr: "ligne de programme de MDX, qui n’est pas du texte",
          en: "line of program of MDX, which is no text"),
        expected: LocalizedText(
          fr: "rien : ôtez cette ligne, et écrivez en Markdown ce que montrait le composant",
          en: "nothing: remove this line, and write in Markdown what the component showed"))
    case .block:
      return shown(
        "bloc d’un autre outil", "block of another tool", at: location,
        fr: "« > [!NOTE] » puis « > texte »", en: "“> [!NOTE]” then “> text”")
    case .diagram:
      return shown(
        "schéma Mermaid", "Mermaid diagram", at: location,
        fr: "une image du schéma : ![ce qu’il montre](schema.svg)",
        en: "an image of the diagram: ![what it shows](diagram.svg)")
    case .formula:
      return shown(
        "formule en TeX", "formula in TeX", at: location,
        fr: "une écriture simple, comme « m² », ou une image dont le texte dit la formule",
        en: "a plain form, such as “m²”, or an image whose text says the formula")
    case .grid:
      return shown(
        "tableau dessiné dont une case en couvre d’autres",
        "drawn table of which one cell covers others", at: location,
        fr: "un tableau dont chaque ligne a toutes ses cases : « | a | b | »",
        en: "a table whose rows have all their cells: “| a | b |”")
    case .property:
      return shown(
        "propriété de Logseq ou de Dataview « clé:: valeur »",
        "property of Logseq or Dataview “key:: value”", at: location,
        fr: "une clé de l’en-tête, ou une phrase", en: "a key of the front matter, or a sentence")
    case .blockReference:
      return shown(
        "renvoi de Logseq à un bloc « ((…)) »", "reference of Logseq to a block “((…))”",
        at: location,
        fr: "le texte du bloc, ou un lien vers sa page : « [[Titre]] »",
        en: "the text of the block, or a link to its page: “[[Title]]”")
    case .citation:
      return shown(
        "renvoi ou citation de Pandoc « @… »", "reference or citation of Pandoc “@…”",
        at: location,
        fr: "un lien : « [figure 1](#plan) », ou la référence, en note",
        en: "a link: “[figure 1](#plan)”, or the work, in a note")
    case .program:
      return shown(
        "programme d’un autre outil « <% … %> »", "program of another tool “<% … %>”",
        at: location,
        fr: "le texte qu’il produisait ; entre « ` » pour le montrer",
        en: "the text that it made; between “`” to show it")
    case .revision:
      return shown(
        "marque de relecture « {--…--} » ou « {>>…<<} »", "editorial mark “{--…--}” or “{>>…<<}”",
        at: location,
        fr: "le texte retenu, sans la marque", en: "the text that was kept, without the mark")
    case .query:
      return shown(
        "liste que fait une extension d’Obsidian", "list that an extension of Obsidian makes",
        at: location,
        fr: "la liste elle-même, ou une vue : « view: » dans l’en-tête",
        en: "the list itself, or a view: “view:” in the front matter")
    }
  }

  static func contentsMark(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "markdown.contents", at: location,
      LocalizedText(
        fr: "sommaire demandé ici : la page a déjà le sien",
        en: "contents asked for here: the page has its own already"),
      expected: LocalizedText(fr: "rien : ôtez cette ligne", en: "nothing: remove this line"))
  }

  static func uncalledNote(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.uncalled-note", at: location,
      LocalizedText(
        fr: "rien n’appelle la note « \(name) » : la page ne la montre pas",
        en: "nothing calls the note “\(name)”: the page does not show it"),
      expected: LocalizedText(
        fr: "« [^\(name)] » dans le texte, là où la note s’applique",
        en: "“[^\(name)]” in the text, where the note applies"))
  }

  private static func shown(
    _ french: String, _ english: String, at location: SourceLocation, fr: String, en: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.foreign-tag", at: location,
      LocalizedText(
        fr: "\(french) : la page montre ces signes tels quels",
        en: "\(english): the page shows these signs as they are"),
      expected: LocalizedText(fr: fr, en: en))
  }
}
