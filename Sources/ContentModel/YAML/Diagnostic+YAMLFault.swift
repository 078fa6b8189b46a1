import Diagnostics

/// The common mistakes of YAML, each with what to write.
extension Diagnostic {
  static func yamlFault(_ fault: YAMLFault, at location: SourceLocation) -> Diagnostic {
    switch fault {
    case .conflictMark: conflictMark(at: location)
    case .tab: tab(at: location)
    case .noBreakSpace: noBreakSpace(at: location)
    case .missingSpace(let key, let value): missingSpace(key: key, value: value, at: location)
    case .equalsSign(let key, let value): equalsSign(key: key, value: value, at: location)
    case .missingColon: missingColon(at: location)
    case .unclosed("["): unclosedList(at: location)
    case .unclosed("{"): unclosedGroup(at: location)
    case .unclosed: unclosedQuote(at: location)
    case .wrongBullet(let bullet): wrongBullet(bullet, at: location)
    case .gluedHyphen: gluedHyphen(at: location)
    case .closedEarly(let quote, let key, let value):
      closedEarly(quote, key: key, value: value, at: location)
    case .bareValue(let key, let value): bareValue(key: key, value: value, at: location)
    case .misaligned: misaligned(at: location)
    }
  }

  static func conflictMark(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "source.conflict", at: location,
      LocalizedText(
        fr: "marques de conflit de git : le fichier contient deux versions du même passage",
        en: "git conflict marks: the file holds two versions of one passage"),
      expected: LocalizedText(
        fr: "l’une des deux versions, sans les lignes « <<<<<<< », « ======= » et « >>>>>>> »",
        en: "one of the two versions, without the lines “<<<<<<<”, “=======” and “>>>>>>>”"))
  }

  private static func tab(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "une tabulation décale le début de la ligne", en: "a tab indents the line"),
      expected: LocalizedText(
        fr: "des espaces : deux par niveau", en: "spaces: two for each level"), at: location)
  }

  static func noBreakSpace(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "espace insécable, que YAML prend pour une lettre",
        en: "a no-break space, which YAML takes for a letter"),
      expected: LocalizedText(
        fr: "une espace ordinaire (barre d’espace)", en: "an ordinary space (space bar)"),
      at: location)
  }

  private static func missingSpace(
    key: String, value: String, at location: SourceLocation
  ) -> Diagnostic {
    let shown = value.count > 40 ? value.prefix(40) + "…" : value[...]
    return syntax(
      LocalizedText(
        fr: "il manque une espace après « \(key): »", en: "a space is missing after “\(key):”"),
      expected: LocalizedText(fr: "« \(key): \(shown) »", en: "“\(key): \(shown)”"), at: location)
  }

  private static func equalsSign(
    key: String, value: String, at location: SourceLocation
  ) -> Diagnostic {
    let shown = value.count > 40 ? value.prefix(40) + "…" : value[...]
    return syntax(
      LocalizedText(
        fr: "« = » à la place de deux-points et d’une espace",
        en: "“=” in the place of a colon and a space"),
      expected: LocalizedText(fr: "« \(key): \(shown) »", en: "“\(key): \(shown)”"), at: location)
  }

  private static func missingColon(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "cette ligne n’est pas de la forme « clé: valeur »",
        en: "this line is not of the form “key: value”"),
      expected: LocalizedText(
        fr: "un mot, deux-points et une espace ; la suite d’une valeur commence par deux espaces",
        en: "a word, a colon and a space; what continues a value starts with two spaces"),
      at: location)
  }

  private static func unclosedQuote(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "un guillemet droit s’ouvre ici et ne se referme pas",
        en: "a straight quote opens here and does not close"),
      expected: LocalizedText(
        fr: "un guillemet droit à la fin du texte, et « \\\" » pour en écrire un au milieu",
        en: "a straight quote at the end of the text, and “\\\"” to write one inside it"),
      at: location)
  }

  private static func unclosedList(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "une liste s’ouvre ici et ne se referme pas", en: "a list opens here and does not close"
      ),
      expected: LocalizedText(
        fr:
          "« ] » après le dernier élément ; entre guillemets droits, un texte qui commence par « [ »",
        en: "“]” after the last element; between straight quotes, a text that starts with “[”"),
      at: location)
  }

  private static func unclosedGroup(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "un groupe de clés s’ouvre ici et ne se referme pas",
        en: "a group of keys opens here and does not close"),
      expected: LocalizedText(
        fr:
          "« } » après la dernière valeur ; entre guillemets droits, un texte qui commence par « { »",
        en: "“}” after the last value; between straight quotes, a text that starts with “{”"),
      at: location)
  }

  private static func wrongBullet(
    _ bullet: Unicode.Scalar, at location: SourceLocation
  ) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "« \(bullet) » ne commence pas un élément de liste",
        en: "“\(bullet)” does not start an element of a list"),
      expected: LocalizedText(
        fr: "un trait d’union et une espace : « - »", en: "a hyphen and a space: “-”"),
      at: location)
  }

  private static func gluedHyphen(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "il manque une espace après le tiret", en: "a space is missing after the hyphen"),
      expected: LocalizedText(
        fr: "« - », une espace, puis l’élément de la liste",
        en: "“-”, a space, then the element of the list"), at: location)
  }

  private static func closedEarly(
    _ quote: Unicode.Scalar, key: String, value: String, at location: SourceLocation
  ) -> Diagnostic {
    let inside = value.dropFirst().dropLast(value.unicodeScalars.last == quote ? 1 : 0)
    let message =
      quote == "'"
      ? LocalizedText(
        fr: "cette apostrophe referme la valeur, ouverte par « ' »",
        en: "this apostrophe closes the value, which “'” opens")
      : LocalizedText(
        fr: "ce guillemet droit referme la valeur avant sa fin",
        en: "this straight quote closes the value before its end")
    // French quotes are what a reader sees best, and what YAML has no opinion about.
    let isPlain = !inside.contains("\"") && !inside.contains("\\")
    let doubled = "« \(key): '\(inside.replacing("'", with: "''"))' »"
    return syntax(
      message,
      expected: isPlain
        ? quoted(key: key, value: String(inside))
        : quote == "'"
          ? LocalizedText(
            fr: "« ’ », ou une apostrophe écrite deux fois : \(doubled)",
            en: "“’”, or an apostrophe written twice: \(doubled)")
          : LocalizedText(
            fr: "des guillemets français, « … », ou « \\\" », à l’intérieur de la valeur",
            en: "curly quotes, or “\\\"”, inside the value"),
      at: location)
  }

  private static func bareValue(
    key: String, value: String, at location: SourceLocation
  ) -> Diagnostic {
    let isPlain = !value.contains("\"") && !value.contains("\\")
    return syntax(
      LocalizedText(
        fr: "cette valeur s’écrit entre guillemets droits, à cause du signe montré ici",
        en: "this value has to be between straight quotes, for the sign shown here"),
      expected: isPlain
        ? quoted(key: key, value: value)
        : LocalizedText(
          fr: "« \(key): \"…\" », et « \\\" » pour un guillemet droit au milieu",
          en: "“\(key): \"…\"”, and “\\\"” for a straight quote inside it"),
      at: location)
  }

  private static func misaligned(at location: SourceLocation) -> Diagnostic {
    syntax(
      LocalizedText(
        fr: "cette ligne ne commence pas dans la même colonne que ses voisines",
        en: "this line does not start in the same column as its neighbours"),
      expected: LocalizedText(
        fr: "autant d’espaces que devant les autres clés du même groupe",
        en: "as many spaces as before the other keys of the group"), at: location)
  }

  /// A line with its value between quotes, the end of a long one left out.
  private static func quoted(key: String, value: String) -> LocalizedText {
    let shown = value.count > 60 ? value.prefix(60) + "…" : value[...]
    return LocalizedText(
      fr: "« \(key): \"\(shown)\" »", en: "“\(key): \"\(shown)\"”")
  }

  private static func syntax(
    _ message: LocalizedText, expected: LocalizedText, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.error, id: "yaml.syntax", at: location, message, expected: expected)
  }
}
