import Diagnostics

/// What can be wrong with YAML, whatever it describes.
extension Diagnostic {
  static func brokenYAML(problem: String, at location: SourceLocation) -> Diagnostic {
    let problem = YAMLProblem(problem)
    return Diagnostic(
      .error, id: "yaml.syntax", at: location,
      LocalizedText(
        fr: "YAML illisible : \(problem.message.french)",
        en: "unreadable YAML: \(problem.message.english)"),
      expected: problem.expected)
  }

  static func duplicateKey(
    _ key: String, firstLine: Int?, at location: SourceLocation
  ) -> Diagnostic {
    let isElsewhere = firstLine != location.position?.line
    let line = firstLine.flatMap { isElsewhere ? $0 : nil }
    return Diagnostic(
      .error, id: "yaml.duplicate-key", at: location,
      LocalizedText(
        fr: "clé « \(key) » donnée deux fois" + (line.map { ", déjà ligne \($0)" } ?? ""),
        en: "key “\(key)” given twice" + (line.map { ", on line \($0) before" } ?? "")),
      expected: LocalizedText(
        fr: "une seule ligne « \(key): … » ; plusieurs valeurs se mettent en liste",
        en: "a single line “\(key): …”; several values make a list"))
  }

  static func tooManyAliases(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.aliases", at: location,
      LocalizedText(
        fr: "plus de \(limit) renvois YAML (« *nom ») dans un même document",
        en: "more than \(limit) YAML aliases (“*name”) in one document"),
      expected: LocalizedText(
        fr: "des valeurs écrites là où elles servent", en: "values written where they are used"))
  }

  static func documentTooLong(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.length", at: location,
      LocalizedText(
        fr: "plus de \(limit >> 10) ko de clés et de valeurs",
        en: "more than \(limit >> 10) kB of keys and values"),
      expected: LocalizedText(
        fr: "ce que quelqu’un écrit à la main ; un long texte va sous l’en-tête, des données dans "
          + "« content/_data »",
        en: "what somebody writes by hand; a long text goes below the front matter, data into "
          + "“content/_data”"))
  }

  static func emptyDocument(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.empty", at: location,
      LocalizedText(fr: "fichier vide", en: "empty file"),
      expected: LocalizedText(fr: "des lignes « clé: valeur »", en: "“key: value” lines"))
  }

  static func expectedMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.mapping", at: location,
      LocalizedText(
        fr: "une suite de clés est attendue ici", en: "a mapping is expected here"),
      expected: LocalizedText(fr: "des lignes « clé: valeur »", en: "“key: value” lines"))
  }

  static func expectedList(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.list", at: location,
      LocalizedText(fr: "« \(key) » attend une liste", en: "“\(key)” takes a list"),
      expected: LocalizedText(
        fr: "une ligne « - valeur » par élément", en: "a “- value” line for each element"))
  }

  static func expectedScalar(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.scalar", at: location,
      LocalizedText(fr: "« \(key) » attend une valeur simple", en: "“\(key)” takes a plain value"),
      expected: LocalizedText(
        fr: "un texte ou un nombre, sans liste ni clés",
        en: "a text or a number, with no list and no keys"))
  }

  static func keyIsNotText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.key", at: location,
      LocalizedText(fr: "une clé doit être un mot", en: "a key must be a word"),
      expected: LocalizedText(
        fr: "un mot suivi de deux-points, comme « titre: »",
        en: "a word followed by a colon, as “title:”"))
  }

  static func unknownKey(
    _ key: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    if let space = key.unicodeScalars.firstIndex(where: \.isNoBreakSpace),
      let start = location.position
    {
      // It cannot be seen, in the key no more than beside its colon.
      let column = start.column + key.unicodeScalars[..<space].count
      return noBreakSpace(
        at: SourceLocation(path: location.path, line: start.line, column: column))
    }
    return Diagnostic(
      .warning, id: "front-matter.unknown-key", at: location,
      LocalizedText(fr: "clé inconnue « \(key) »", en: "unknown key “\(key)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: key, among: known))
  }

  static func keyGivenTwice(
    _ key: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.same-key", at: location,
      LocalizedText(
        fr: "« \(key) » et « \(other) » sont la même clé",
        en: "“\(key)” and “\(other)” are the same key"),
      expected: LocalizedText(fr: "l’une des deux", en: "one of the two"))
  }
}
