import Diagnostics

/// What can be wrong with the declaration of a view.
extension Diagnostic {
  static func viewIsNotMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.mapping", at: location,
      LocalizedText(fr: "une vue se déclare par des clés", en: "a view is declared by keys"),
      expected: LocalizedText(verbatim: "vue: { genre: tableau, type: projet, par: etat }"))
  }

  static func unknownViewGenre(
    _ name: String?, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    let expected = LocalizedText(names: known)
    guard let name else {
      return Diagnostic(
        .error, id: "view.genre", at: location,
        LocalizedText(fr: "la vue ne dit pas son genre", en: "the view does not say its genre"),
        expected: expected)
    }
    return Diagnostic(
      .error, id: "view.genre", at: location,
      LocalizedText(fr: "genre de vue inconnu « \(name) »", en: "unknown genre of view “\(name)”"),
      expected: expected, suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func missingViewKey(
    _ key: String, genre: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "view.missing", at: location,
      LocalizedText(
        fr: "la vue « \(genre) » a besoin de la clé « \(key) »",
        en: "the view “\(genre)” needs the key “\(key)”"),
      expected: LocalizedText(verbatim: "vue: { genre: \(genre), \(key): … }"))
  }

  static func unknownViewField(
    _ name: String, type: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "view.field", at: location,
      LocalizedText(
        fr: "le type « \(type) » n’a pas de champ « \(name) »",
        en: "type “\(type)” has no field “\(name)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func unfitViewField(
    _ name: String, expected: LocalizedText, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "view.field-kind", at: location,
      LocalizedText(
        fr: "le champ « \(name) » ne peut pas servir à cela dans une vue",
        en: "the field “\(name)” cannot serve this purpose in a view"),
      expected: expected)
  }

  static func tooManyViews(_ count: Int, limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.count", at: location,
      LocalizedText(
        fr: "la page déclare \(count) vues", en: "the page declares \(count) views"),
      expected: LocalizedText(fr: "\(limit) au plus", en: "at most \(limit)"))
  }

  static func repeatedView(_ genre: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.repeated", at: location,
      LocalizedText(
        fr: "la page a déjà une vue « \(genre) »", en: "the page has a view “\(genre)” already"),
      expected: LocalizedText(
        fr: "une seule vue de ce genre par page", en: "one view of this genre on a page"))
  }

  static func catalogueWithoutFilters(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "view.catalogues", at: location,
      LocalizedText(
        fr: "ce catalogue n’a pas de filtres : l’adresse de la page garde ceux du premier",
        en: "this catalogue has no filters: the address of the page keeps those of the first"),
      expected: LocalizedText(
        fr: "le genre « liste », ou une page pour chaque catalogue",
        en: "the genre “liste”, or a page for each catalogue"))
  }

  static func filterIsNotMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.filter", at: location,
      LocalizedText(
        fr: "un filtre nomme des champs, chacun avec ses valeurs",
        en: "a filter names fields, each with its values"),
      expected: LocalizedText(verbatim: "filtre: { etat: [exploration, test] }"))
  }

  static func filterWithoutValue(_ field: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.filter", at: location,
      LocalizedText(
        fr: "le filtre ne dit pas quelle valeur de « \(field) »",
        en: "the filter does not say which value of “\(field)”"),
      expected: LocalizedText(
        fr: "une valeur, une liste de valeurs, ou « min » et « max »",
        en: "a value, a list of values, or “min” and “max”"))
  }

  static func filterWithoutOrder(_ field: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.filter", at: location,
      LocalizedText(
        fr: "« \(field) » n’est ni un nombre ni une date",
        en: "“\(field)” is neither a number nor a date"),
      expected: LocalizedText(
        fr: "une valeur, ou une liste de valeurs", en: "a value, or a list of values"))
  }

  static func unknownCardFormat(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "view.format", at: location,
      LocalizedText(
        fr: "format inconnu « \(name) »", en: "unknown format “\(name)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func unknownData(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "view.data", at: location,
      LocalizedText(
        fr: "fichier de données introuvable « \(name) »", en: "data file not found “\(name)”"),
      expected: LocalizedText(
        fr: "le nom, sans extension, d’un fichier de « _data »",
        en: "the name, without extension, of a file in “_data”"),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func missingCell(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "data.cell", at: location,
      LocalizedText(
        fr: "cette ligne n’a pas de valeur pour « \(key) »",
        en: "this row has no value for “\(key)”"),
      expected: LocalizedText(
        fr: "« \(key): … » ; dans un fichier CSV, la colonne « \(key) » remplie",
        en: "“\(key): …”; in a CSV file, the column “\(key)” filled in"))
  }

  static func typeWithoutCalendar(_ type: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.calendar", at: location,
      LocalizedText(
        fr: "le type « \(type) » n’a pas de « calendrier »",
        en: "the type “\(type)” has no “calendrier”"),
      expected: LocalizedText(
        fr: "dans le fichier du type : « calendrier: { debut: … } »",
        en: "in the file of the type: “calendrier: { debut: … }”"))
  }

  static func unreadablePartialDate(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.date", at: location,
      LocalizedText(fr: "date illisible « \(text) »", en: "unreadable date “\(text)”"),
      expected: LocalizedText(
        fr: "« 2017 », « 2017-11 » ou « 2017-11-03 »", en: "“2017”, “2017-11” or “2017-11-03”"))
  }

  /// Data that a view would show, and that sheets are made of.
  static func dataOfSheets(
    _ name: String, of type: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.view", at: location,
      LocalizedText(
        fr: "les données « \(name) » sont les fiches du type « \(type) »",
        en: "the data “\(name)” are the sheets of the type “\(type)”"),
      expected: LocalizedText(
        fr: "une vue de ces fiches : « type: \(type) »",
        en: "a view of these sheets: “type: \(type)”"))
  }
}
