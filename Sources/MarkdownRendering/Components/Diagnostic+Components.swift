import Diagnostics

extension Diagnostic {
  static func componentNotYAML(_ problem: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.yaml", at: location,
      LocalizedText(
        fr: "le bloc n’est pas du YAML lisible : \(problem)",
        en: "the block is not readable YAML: \(problem)"),
      expected: LocalizedText(
        fr: "« clé: valeur » à chaque ligne",
        en: "“key: value” on each line"))
  }

  static func componentNotMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.yaml", at: location,
      LocalizedText(
        fr: "le bloc ne contient pas de clés et de valeurs",
        en: "the block does not hold keys and values"),
      expected: LocalizedText(fr: "« clé: valeur » à chaque ligne", en: "“key: value” on each line")
    )
  }

  static func componentTooLarge(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.size", at: location,
      LocalizedText(
        fr: "le bloc contient plus de \(limit) valeurs, ou des valeurs trop imbriquées",
        en: "the block holds more than \(limit) values, or values nested too deep"),
      expected: LocalizedText(
        fr: "plusieurs blocs plus petits",
        en: "several smaller blocks"))
  }

  static func componentUnknownKey(
    _ key: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "component.unknown-key", at: location,
      LocalizedText(fr: "clé inconnue « \(key) »", en: "unknown key “\(key)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: key, among: known))
  }

  static func componentRepeatedKey(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.repeated-key", at: location,
      LocalizedText(fr: "clé donnée deux fois « \(key) »", en: "key given twice “\(key)”"),
      expected: LocalizedText(
        fr: "une seule ligne « \(key): … »",
        en: "a single line “\(key): …”"))
  }

  static func componentMissingKey(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.missing-key", at: location,
      LocalizedText(fr: "il manque la clé « \(key) »", en: "the key “\(key)” is missing"),
      expected: LocalizedText(
        fr: "une ligne « \(key): … »",
        en: "a line “\(key): …”"))
  }

  static func componentNotText(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.value", at: location,
      LocalizedText(fr: "« \(key) » n’est pas un texte", en: "“\(key)” is not a text"),
      expected: LocalizedText(
        fr: "« \(key): … », sans liste ni clés",
        en: "“\(key): …”, with no list and no keys"))
  }

  static func componentNotNumber(
    _ key: String, _ value: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "component.number", at: location,
      LocalizedText(
        fr: "« \(key) » n’est pas un nombre : « \(value) »",
        en: "“\(key)” is not a number: “\(value)”"),
      expected: LocalizedText(
        fr: "un nombre positif ou nul, comme 12 ou 2,5",
        en: "a number, zero or more, such as 12 or 2.5"))
  }

  static func figuresWithoutSource(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "component.source", at: location,
      LocalizedText(fr: "chiffres sans source", en: "figures without a source"),
      expected: LocalizedText(
        fr: "« source: … », et « date: … » quand elle est connue",
        en: "“source: …”, and “date: …” where it is known"))
  }

  static func componentNotList(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.list", at: location,
      LocalizedText(
        fr: "« \(key) » n’est pas une liste d’éléments à clés",
        en: "“\(key)” is not a list of elements with keys"),
      expected: LocalizedText(
        fr: "des lignes qui commencent par un tiret", en: "lines that start with a hyphen"))
  }

  static func unsafeLink(_ url: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.unsafe-link", at: location,
      LocalizedText(
        fr: "lien refusé « \(url.prefix(80)) » : il ferait exécuter un programme ou lire un disque",
        en: "link refused “\(url.prefix(80))”: it would run a program or read a disk"),
      expected: LocalizedText(
        fr: "une adresse en « https: », « mailto: » ou un chemin",
        en: "an address in “https:”, “mailto:” or a path"))
  }
}
