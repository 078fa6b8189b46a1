import Calendars
import Diagnostics
import TextEncoding

/// What can be wrong with the value of a field of several kinds; a kind says beside it what is its own.
extension Diagnostic {
  static func missingField(
    _ definition: FieldDefinition, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.missing", at: location,
      LocalizedText(
        fr: "champ obligatoire manquant : « \(definition.key) »",
        en: "required field missing: “\(definition.key)”"),
      expected: LocalizedText(
        fr: "une ligne « \(definition.key): … »"
          + (definition.help.map { " – " + $0.text(in: "fr") } ?? ""),
        en: "a line “\(definition.key): …”"
          + (definition.help.map { " – " + $0.text(in: "en") } ?? "")))
  }

  /// Whether it tells that a field is missing, which has no place of its own.
  package func tellsOfMissing(_ field: FieldDefinition) -> Bool {
    self == .missingField(field, at: location)
  }

  static func unexpectedList(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.list", at: location,
      LocalizedText(
        fr: "« \(key) » attend une seule valeur", en: "“\(key)” takes a single value"),
      expected: LocalizedText(
        fr: "« \(key): valeur », sans crochets ni tirets",
        en: "“\(key): value”, without brackets or hyphens"))
  }

  static func wrongElementCount(
    _ definition: FieldDefinition, count: Int, at location: SourceLocation
  ) -> Diagnostic {
    let bounds = definition.elementCount
    return Diagnostic(
      .error, id: "front-matter.count", at: location,
      LocalizedText(
        fr: "« \(definition.key) » a \(count) élément\(count > 1 ? "s" : "")",
        en: "“\(definition.key)” has \(count) element\(count == 1 ? "" : "s")"),
      expected: describe(bounds))
  }

  static func expectedObject(
    _ key: String, keys: [String], at location: SourceLocation
  ) -> Diagnostic {
    let list = keys.prefix(4).map { "\($0): …" } + (keys.count > 4 ? ["…"] : [])
    let group = "\(key): { \(list.joined(separator: ", ")) }"
    return Diagnostic(
      .error, id: "front-matter.object", at: location,
      LocalizedText(
        fr: "« \(key) » attend des clés, pas une valeur", en: "“\(key)” takes keys, not a value"),
      expected: LocalizedText(fr: "« \(group) »", en: "“\(group)”"))
  }

  static func reversedRange(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.reversed-range", at: location,
      LocalizedText(
        fr: "intervalle à l’envers « \(text) »", en: "range upside down “\(text)”"),
      expected: LocalizedText(fr: "le plus petit d’abord", en: "the smaller value first"))
  }

  static func unreadableDate(_ text: String, at location: SourceLocation) -> Diagnostic {
    let form = LocalizedText(
      fr: "année-mois-jour, comme « 2026-03-14 »", en: "year-month-day, as “2026-03-14”")
    let days = CalendarDate.daysInMonth(ofMissing: text)
    return unreadable(
      "date", "date", "date", text, at: location,
      expected: days.map {
        LocalizedText(
          fr: "un jour qui existe : ce mois en compte \($0)",
          en: "a day that there is: that month has \($0)")
      } ?? form,
      suggestion: CalendarDate(meantBy: text).map { write($0.description) })
  }

  static func outOfBounds(
    _ text: String, _ bounds: Bounds<some Comparable & Hashable & Sendable>, unit: String = "",
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.bounds", at: location,
      LocalizedText(fr: "« \(text) » est hors limites", en: "“\(text)” is out of bounds"),
      expected: describe(bounds, unit: unit))
  }

  static func unknownTerm(
    _ text: String, _ vocabulary: Vocabulary, at location: SourceLocation
  ) -> Diagnostic {
    let labels = vocabulary.terms.map { $0.label.text(in: "fr") }
    return Diagnostic(
      .error, id: "front-matter.term", at: location,
      LocalizedText(
        fr: "terme inconnu « \(text) » dans le vocabulaire « \(vocabulary.id) »",
        en: "unknown term “\(text)” in the vocabulary “\(vocabulary.id)”"),
      expected: LocalizedText(names: labels),
      suggestion: listOfTerms(in: text, vocabulary)
        ?? NearMiss.suggestion(for: text, among: labels + vocabulary.terms.map(\.id)))
  }

  /// What to write for terms that only lack the brackets of a list.
  private static func listOfTerms(in text: String, _ vocabulary: Vocabulary) -> LocalizedText? {
    let terms = text.split { ",;/".contains($0) }.map { vocabulary.term(named: $0.trimmed)?.id }
    guard terms.count > 1, !terms.contains(nil) else { return nil }
    return write("[\(terms.compactMap(\.self).joined(separator: ", "))]")
  }

  static func unreadableURL(_ text: String, at location: SourceLocation) -> Diagnostic {
    unreadable(
      "url", "adresse web", "web address", text, at: location,
      expected: LocalizedText(
        fr: "une adresse complète en « https:// » ou « http:// »",
        en: "a whole address in “https://” or “http://”"))
  }

  static func unknownLicence(_ text: String, at location: SourceLocation) -> Diagnostic {
    if LicenceNames.isSum(text) { return severalLicences(text, at: location) }
    let isChoice = LicenceNames.choices(in: text) != nil
    return Diagnostic(
      .error, id: "front-matter.licence", at: location,
      isChoice
        ? LocalizedText(
          fr: "« \(text) » nomme plusieurs licences", en: "“\(text)” names several licences")
        : LocalizedText(fr: "licence inconnue « \(text) »", en: "unknown licence “\(text)”"),
      expected: isChoice
        ? LocalizedText(
          fr: "une seule : celle que le site choisit d’appliquer",
          en: "one alone: the one that the site chooses to apply")
        : LocalizedText(
          fr: "un identifiant SPDX, comme « CC-BY-SA-4.0 »",
          en: "an SPDX identifier, as “CC-BY-SA-4.0”"),
      suggestion: LicenceNames.near(text).map(write)
        ?? NearMiss.suggestion(for: text, among: SPDX.identifiers.values))
  }

  /// Terms that hold together cannot be chosen among.
  private static func severalLicences(
    _ text: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.licence", at: location,
      LocalizedText(
        fr: "« \(text) » nomme plusieurs licences", en: "“\(text)” names several licences"),
      expected: LocalizedText(
        fr: "une seule : celle du texte de la fiche", en: "one alone: that of the text of the sheet"
      ),
      suggestion: LocalizedText(
        fr: "donnez aux œuvres reprises la leur, dans « credits »",
        en: "give the works that are reused their own, in “credits”"))
  }

  static func licenceByOldName(
    _ text: String, _ licence: Licence, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "front-matter.licence-name", at: location,
      LocalizedText(
        fr: "« \(text) » est lue comme « \(licence.id) » : la licence de documentation de GNU",
        en: "“\(text)” is read as “\(licence.id)”: the documentation licence of GNU"),
      suggestion: write(licence.id))
  }

  static func unreadableLanguage(_ text: String, at location: SourceLocation) -> Diagnostic {
    unreadable(
      "language", "langue", "language", text, at: location,
      expected: LocalizedText(verbatim: "« fr », « br », « en »"))
  }

  static func describe(
    _ bounds: Bounds<some Comparable & Hashable & Sendable>, unit: String = ""
  ) -> LocalizedText? {
    switch (bounds.min.map(written), bounds.max.map(written)) {
    case (let min?, let max?):
      LocalizedText(
        fr: "de \(min.french) à \(max.french)\(unit)",
        en: "from \(min.english) to \(max.english)\(unit)")
    case (let min?, nil):
      LocalizedText(fr: "au moins \(min.french)\(unit)", en: "at least \(min.english)\(unit)")
    case (nil, let max?):
      LocalizedText(fr: "au plus \(max.french)\(unit)", en: "at most \(max.english)\(unit)")
    case (nil, nil): nil
    }
  }

  /// A limit as people write it: a whole number without decimals, a decimal comma in French.
  static func written(_ limit: some Any) -> LocalizedText {
    guard let number = limit as? Double else { return LocalizedText(verbatim: "\(limit)") }
    if let whole = Int(exactly: number) { return LocalizedText(verbatim: "\(whole)") }
    return LocalizedText(fr: "\(number)".replacing(".", with: ","), en: "\(number)")
  }

  static func valueInComment(
    _ key: String, _ comment: String, isList: Bool, at location: SourceLocation
  ) -> Diagnostic {
    let words = comment.split(separator: " ").map { $0.trimmingPrefix("#") }
    let value = isList ? "[\(words.joined(separator: ", "))]" : "\"\(comment)\""
    return doubtful(
      "front-matter.comment", at: location,
      LocalizedText(
        fr: "« \(key) » est vide : après « # », le reste de la ligne est un commentaire",
        en: "“\(key)” is empty: after “#”, the rest of the line is a comment"),
      expected: LocalizedText(fr: "« \(key): \(value) »", en: "“\(key): \(value)”"))
  }

  /// A link of a wiki without quotes, which YAML takes for a list in a list.
  static func linkWithoutQuotes(
    _ key: String, _ link: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.quotes", at: location,
      LocalizedText(
        fr: "il manque des guillemets droits : YAML prend « [[ » pour deux listes",
        en: "straight quotes are missing: YAML takes “[[” for two lists"),
      expected: LocalizedText(
        fr: "« \(key): \"[[\(link)]]\" »", en: "“\(key): \"[[\(link)]]\"”"))
  }

  static func wrongOrder(
    _ left: String, _ right: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "check.order", at: location,
      LocalizedText(
        fr: "« \(left) » dépasse « \(right) »", en: "“\(left)” is greater than “\(right)”"),
      expected: LocalizedText(
        fr: "« \(left) » égal à « \(right) », ou plus petit",
        en: "“\(left)” equal to “\(right)”, or less"))
  }

  static func unknownChoice(
    _ text: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.choice", at: location,
      LocalizedText(fr: "choix inconnu « \(text) »", en: "unknown choice “\(text)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: text, among: known))
  }
}
