import Calendars
import ContentModel
import Diagnostics

/// What could be better in the writing of a site; nothing here prevents a publication.
extension Diagnostic {
  static func tagSpelling(
    _ tag: String, usually usual: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.tag-spelling", at: location,
      LocalizedText(
        fr: "étiquette « \(tag) », écrite « \(usual) » ailleurs",
        en: "tag “\(tag)”, written “\(usual)” elsewhere"),
      expected: LocalizedText(verbatim: usual))
  }

  static func nearTag(
    _ tag: String, near other: String, _ count: Int, at location: SourceLocation
  ) -> Diagnostic {
    let sheets = LocalizedText.sheets(count)
    return Diagnostic(
      .remark, id: "check.near-tag", at: location,
      LocalizedText(
        fr: "étiquette « \(tag) », presque la même que « \(other) » (\(sheets.french))",
        en: "tag “\(tag)”, nearly the same as “\(other)” (\(sheets.english))"),
      expected: LocalizedText(fr: "une seule étiquette pour une idée", en: "one tag for one idea"),
      suggestion: LocalizedText(fr: "écrivez « \(other) »", en: "write “\(other)”"))
  }

  static func nearTerm(
    _ term: String, near other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.near-term", at: location,
      LocalizedText(
        fr: "terme « \(term) », presque le même que « \(other) »",
        en: "term “\(term)”, nearly the same as “\(other)”"),
      suggestion: LocalizedText(
        fr: "gardez-en un, et donnez l’autre comme synonyme (« synonymes »)",
        en: "keep one, and give the other as a synonym (“synonymes”)"))
  }

  static func orphan(_ title: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.orphan", at: location,
      LocalizedText(
        fr: "seules des listes mènent à « \(title) »", en: "only lists lead to “\(title)”"),
      suggestion: LocalizedText(
        fr: "citez cette fiche dans le texte ou les relations d’une autre",
        en: "link to this sheet from the text or the relations of another"))
  }

  static func missingRelation(
    _ field: FieldDefinition, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.missing-relation", at: location,
      LocalizedText(
        fr: "rien sous « \(field.label.text(in: "fr")) »",
        en: "nothing under “\(field.label.text(in: "en"))”"),
      suggestion: LocalizedText(
        fr: "remplissez « \(field.key) »", en: "fill in “\(field.key)”"))
  }

  static func missingSupport(_ name: String, _ key: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .remark, id: "check.missing-support", at: location,
      LocalizedText(
        fr: "« \(name) » est à imprimer, et la fiche n’en donne pas de fichier",
        en: "“\(name)” is to be printed, and the sheet has no file of it"),
      suggestion: LocalizedText(
        fr: "donnez le fichier sous « \(key) », ou écrivez un canevas qui nomme la fiche",
        en: "give the file under “\(key)”, or write a canvas that names the sheet"))
  }

  static func unusedRelation(
    _ field: FieldDefinition, of type: ContentType, _ count: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.unused-relation", at: location,
      LocalizedText(
        fr: (count == 1 ? "la seule fiche" : "aucune des \(count) fiches")
          + " « \(type.label.text(in: "fr")) » ne remplit "
          + (count == 1 ? "pas " : "") + "« \(field.label.text(in: "fr")) »",
        en: (count == 1 ? "the only" : "none of the \(count)")
          + " “\(type.label.text(in: "en"))” \(count == 1 ? "sheet does not fill" : "sheets fills") in "
          + "“\(field.label.text(in: "en"))”"),
      suggestion: LocalizedText(
        fr: "remplissez « \(field.key) » là où vous le savez",
        en: "fill in “\(field.key)” where you know"))
  }

  static func unusedSheet(
    _ label: Label, of type: ContentType, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.unused-sheet", at: location,
      LocalizedText(
        fr: "rien sous « \(label.text(in: "fr")) » : aucune fiche « "
          + "\(type.label.text(in: "fr")) » ne la nomme",
        en: "nothing under “\(label.text(in: "en"))”: no “\(type.label.text(in: "en"))” names it"),
      suggestion: LocalizedText(
        fr: "nommez-la dans une fiche « \(type.label.text(in: "fr")) » qui s’en sert",
        en: "name it in a “\(type.label.text(in: "en"))” that uses it"))
  }

  static func overdueReview(
    _ day: CalendarDate, today: CalendarDate, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.overdue-review", at: location,
      LocalizedText(
        fr: "à revoir avant le \(day.description), et nous sommes le \(today.description)",
        en: "to be read again by \(day.description), and it is \(today.description)"),
      suggestion: LocalizedText(
        fr: "relisez la fiche, puis donnez la date de la prochaine relecture",
        en: "read the sheet again, then give the day of the next reading"))
  }

  static func lapsedAudit(_ day: CalendarDate, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.lapsed-audit", at: location,
      LocalizedText(
        fr: "l’audit d’accessibilité ne vaut plus depuis le \(day.description)",
        en: "the audit of accessibility has been out of date since \(day.description)"),
      expected: LocalizedText(
        fr: "un audit de moins de trois ans ; sans lui, le site est non conforme",
        en: "an audit of less than three years; without it, the site is not compliant"),
      suggestion: LocalizedText(
        fr: "faites un nouvel audit, ou ne gardez que « genre: conformite »",
        en: "have a new audit made, or keep “genre: conformite” alone"))
  }

  static func untoldChange(
    _ title: String, others: Int, today: CalendarDate, at location: SourceLocation
  ) -> Diagnostic {
    let (french, english) = (
      others == 1 ? "un autre événement" : "\(others) autres événements",
      others == 1 ? "one other event" : "\(others) other events"
    )
    return Diagnostic(
      .remark, id: "check.untold-change", at: location,
      others == 0
        ? LocalizedText(
          fr:
            "si son jour changeait, « \(title) » ne bougerait pas dans les agendas qui l’ont déjà : "
            + "rien ne dit quand sa fiche a changé",
          en:
            "if its day changed, “\(title)” would not move in the calendars that have it: nothing "
            + "says when its sheet changed")
        : LocalizedText(
          fr:
            "si leur jour changeait, « \(title) » et \(french) ne bougeraient pas dans les agendas "
            + "qui les ont déjà : rien ne dit quand leurs fiches ont changé",
          en:
            "if their days changed, “\(title)” and \(english) would not move in the calendars that "
            + "have them: nothing says when their sheets changed"),
      expected: LocalizedText(
        fr: "« mis_a_jour: \(today.description) », le jour de chaque changement",
        en: "“updated: \(today.description)”, the day of each change"),
      suggestion: LocalizedText(
        fr: "ou suivez le dossier avec git : le jour du dernier commit en tient lieu",
        en: "or follow the folder with git: the day of the last commit stands for it"))
  }

  static func sharedTitle(
    _ title: String, with path: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.shared-title", at: location,
      LocalizedText(
        fr: "« \(title) » est aussi le titre de \(path)",
        en: "“\(title)” is the title of \(path) too"),
      expected: LocalizedText(
        fr: "un titre qui distingue la fiche dans une liste ou une recherche",
        en: "a title that tells the sheet apart in a list or a search"))
  }

  static func noSummary(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "check.no-summary", at: location,
      LocalizedText(fr: "pas de résumé", en: "no summary"),
      expected: LocalizedText(
        fr: "« resume: » et une phrase, pour les listes et la recherche",
        en: "“summary:” and a sentence, for lists and search"))
  }
}

/// How words for all genders are written, and abbreviations explained.
extension Diagnostic {
  static func otherThanMiddleDot(
    _ form: String, instead: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "inclusive.middle-dot", at: location,
      LocalizedText(
        fr: "« \(form) » : ce site écrit avec un point médian",
        en: "“\(form)”: this site writes with a middle dot"),
      expected: LocalizedText(fr: "« \(instead) »", en: "“\(instead)”"))
  }

  static func shortenedForm(_ form: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "inclusive.shortened", at: location,
      LocalizedText(
        fr: "« \(form) » : ce site n’abrège pas les deux genres",
        en: "“\(form)”: this site does not shorten both genders"),
      expected: LocalizedText(
        fr: "les deux mots, « les habitantes et les habitants », ou un mot commun",
        en: "both words, or one that says neither"))
  }

  static func unexplainedAbbreviation(
    _ abbreviation: String, sheets: Int, at location: SourceLocation
  ) -> Diagnostic {
    let others = LocalizedText.sheets(sheets - 1)
    let more = sheets > 1 ? " (et \(others.french) de plus)" : ""
    let moreInEnglish = sheets > 1 ? " (and \(others.english) more)" : ""
    return Diagnostic(
      .remark, id: "check.abbreviation", at: location,
      LocalizedText(
        fr: "sigle « \(abbreviation) » sans explication\(more)",
        en: "abbreviation “\(abbreviation)” without an explanation\(moreInEnglish)"),
      expected: LocalizedText(
        fr: "« Nom développé (\(abbreviation)) » à la première fois, ou un mot du glossaire",
        en: "“Whole name (\(abbreviation))” the first time, or a word of the glossary"),
      suggestion: LocalizedText(
        fr: "si tout le monde le connaît : « sigles_connus: [\(abbreviation)] » dans archipel.yaml",
        en: "if everyone knows it: “known_abbreviations: [\(abbreviation)]” in archipel.yaml"))
  }
}

extension LocalizedText {
  fileprivate static func sheets(_ count: Int) -> LocalizedText {
    LocalizedText(
      fr: "\(count) fiche\(count > 1 ? "s" : "")", en: "\(count) sheet\(count == 1 ? "" : "s")")
  }
}
