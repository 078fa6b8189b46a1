import Diagnostics

/// What libyaml says of a document that it cannot read, for people who do not know its words.
struct YAMLProblem {
  /// What is wrong, the English being that of libyaml.
  let message: LocalizedText
  /// What was expected in its place.
  let expected: LocalizedText

  init(_ problem: String) {
    let known = Self.known.first { problem.hasPrefix($0.english) }
    message = LocalizedText(
      fr: known?.french ?? "la lecture s’arrête ici, sans que la ligne puisse être comprise",
      en: problem)
    expected = known?.expected ?? Self.entry
  }

  private static let entry = LocalizedText(
    fr: "« clé: valeur », un texte contenant « : » ou « # » étant mis entre guillemets droits",
    en: "“key: value”, with a text that holds “: ” or “#” between straight quotes")
  private static let quoted = LocalizedText(
    fr: "la valeur entre guillemets droits : « clé: \"valeur\" »",
    en: "the value between straight quotes: “key: \"value\"”")
  private static let list = LocalizedText(
    fr: "« [un, deux] » : une virgule entre les éléments, un crochet à la fin",
    en: "“[one, two]”: a comma between elements, a bracket at the end")
  private static let group = LocalizedText(
    fr: "« { min: 1, max: 2 } » : une virgule entre les clés, une accolade à la fin",
    en: "“{ min: 1, max: 2 }”: a comma between keys, a brace at the end")
  private static let closed = LocalizedText(
    fr: "un guillemet droit à la fin du texte",
    en: "a straight quote at the end of the text")
  private static let utf8 = LocalizedText(
    fr: "un fichier enregistré avec l’encodage UTF-8", en: "a file saved with the UTF-8 encoding")
  private static let aligned = LocalizedText(
    fr: "des lignes qui commencent dans la même colonne que leurs voisines",
    en: "lines that start in the same column as their neighbours")

  private static let known: [(english: String, french: String, expected: LocalizedText)] = [
    ("did not find expected key", "une ligne « clé: valeur » est attendue ici", entry),
    ("could not find expected ':'", "il manque « : » après une clé", entry),
    (
      "mapping values are not allowed in this context",
      "« : » au milieu d’une valeur qui n’est pas entre guillemets droits", entry
    ),
    (
      "mapping keys are not allowed in this context",
      "une valeur ne peut pas commencer par « ? » sans guillemets droits", quoted
    ),
    (
      "found character that cannot start any token",
      "une valeur ne peut pas commencer par ce caractère sans guillemets droits", quoted
    ),
    ("did not find expected ',' or ']'", "il manque « , » ou « ] » dans une liste", list),
    ("did not find expected ',' or '}'", "il manque « , » ou « } » dans un groupe de clés", group),
    ("did not find expected '-' indicator", "il manque le tiret d’un élément de liste", aligned),
    ("did not find expected node content", "une valeur est attendue ici", entry),
    (
      "did not find expected comment or line break",
      "une valeur ne peut pas commencer par « > » ou « | » sans guillemets droits", quoted
    ),
    ("block sequence entries are not allowed", "un élément de liste n’est pas attendu ici", quoted),
    ("found unexpected end of stream", "un guillemet droit n’est jamais refermé", closed),
    ("found unexpected document indicator", "un guillemet droit n’est jamais refermé", closed),
    (
      "found a tab character", "une tabulation décale le début de la ligne",
      LocalizedText(fr: "des espaces, sans tabulation", en: "spaces, and no tab")
    ),
    (
      "control characters are not allowed", "caractère invisible",
      LocalizedText(fr: "la ligne sans ce caractère", en: "the line without that character")
    ),
    (
      "found unknown escape character", "« \\ » devant un caractère qui n’en veut pas",
      LocalizedText(
        fr: "« \\\\ » pour écrire « \\ » entre guillemets droits",
        en: "“\\\\” to write “\\” between straight quotes")
    ),
    (
      "did not find expected hexdecimal number", "« \\ » devant un caractère qui n’en veut pas",
      LocalizedText(
        fr: "« \\\\ » pour écrire « \\ » entre guillemets droits",
        en: "“\\\\” to write “\\” between straight quotes")
    ),
    (
      "did not find expected alphabetic or numeric character",
      "une valeur qui commence par « * » ou « & » s’écrit entre guillemets droits", quoted
    ),
    (
      "found undefined alias", "une valeur qui commence par « * » s’écrit entre guillemets droits",
      quoted
    ),
    (
      "did not find URI escaped octet",
      "une valeur qui commence par « ! » s’écrit entre guillemets droits", quoted
    ),
    ("did not find expected <document start>", "du texte n’est pas attendu ici", aligned),
    ("invalid leading UTF-8 octet", "le fichier n’est pas en UTF-8", utf8),
    ("invalid trailing UTF-8 octet", "le fichier n’est pas en UTF-8", utf8),
    (
      "Maximum nesting level reached", "trop de listes ou de clés les unes dans les autres",
      LocalizedText(
        fr: "des listes et des clés sur quelques niveaux", en: "lists and keys a few levels deep")
    ),
  ]
}
