import Diagnostics
import YAMLParsing

/// Why a text is not TOML, and where.
package struct TOMLProblem: Error {
  /// What is wrong, by the id of its message.
  let id: String
  let mark: YAMLMark
  let length: Int
  let message: LocalizedText
  let expected: LocalizedText

  private init(
    _ id: String = "toml.syntax", at mark: YAMLMark, length: Int = 1, _ message: LocalizedText,
    expected: LocalizedText
  ) {
    self.id = id
    self.mark = mark
    self.length = length
    self.message = message
    self.expected = expected
  }

  static func keyExpected(at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark, LocalizedText(fr: "une clé est attendue ici", en: "a key is expected here"),
      expected: LocalizedText(
        fr: "« title = \"…\" » ; une clé qui porte un accent ou un espace, entre guillemets droits",
        en: "“title = \"…\"”; a key with an accent or a space between straight quotes"))
  }

  static func equalsExpected(after key: String, at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark,
      LocalizedText(fr: "il manque « = » après une clé", en: "“=” is missing after a key"),
      expected: LocalizedText(fr: "« \(key) = \"…\" »", en: "“\(key) = \"…\"”"))
  }

  /// A value that TOML does not have: mostly a text without quotes.
  static func bareValue(
    _ text: String, key: String, length: Int, at mark: YAMLMark
  ) -> TOMLProblem {
    let written =
      text.isEmpty ? "…" : text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return TOMLProblem(
      at: mark, length: max(1, length),
      text.isEmpty
        ? LocalizedText(fr: "une valeur est attendue ici", en: "a value is expected here")
        : LocalizedText(
          fr: "un texte s’écrit entre guillemets droits",
          en: "a text is written between straight quotes"),
      expected: LocalizedText(
        fr: "« \(key) = \"\(written)\" »", en: "“\(key) = \"\(written)\"”"))
  }

  static func number(_ text: String, at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark, length: text.unicodeScalars.count,
      LocalizedText(
        fr: "« \(text) » n’est ni un nombre ni une date", en: "“\(text)” is no number and no date"),
      expected: LocalizedText(
        fr:
          "un nombre (« 12 », « 2.5 »), un jour (« 2026-03-14 »), ou un texte entre guillemets droits",
        en: "a number (“12”, “2.5”), a day (“2026-03-14”), or a text between straight quotes"))
  }

  static func openQuote(_ quote: String, at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark, length: quote.utf8.count,
      LocalizedText(
        fr: "un guillemet droit n’est jamais refermé", en: "a straight quote is never closed"),
      expected: LocalizedText(
        fr: "« \(quote) » à la fin du texte\(quote.utf8.count == 1 ? ", sur la même ligne" : "")",
        en: "“\(quote)” at the end of the text\(quote.utf8.count == 1 ? ", on the same line" : "")")
    )
  }

  static func escape(at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark,
      LocalizedText(
        fr: "« \\ » devant un caractère qui n’en veut pas",
        en: "“\\” before a character that takes none"),
      expected: LocalizedText(
        fr: "« \\\\ » pour écrire « \\ », ou le texte entre apostrophes : « 'C:\\photos' »",
        en: "“\\\\” to write “\\”, or the text between apostrophes: “'C:\\photos'”"))
  }

  static func control(at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark, LocalizedText(fr: "caractère invisible", en: "invisible character"),
      expected: LocalizedText(
        fr: "la ligne sans ce caractère", en: "the line without that character"))
  }

  /// A bracket that nothing closes, or values without a comma between them.
  static func unfinished(
    _ closing: Unicode.Scalar, openedAt opening: YAMLMark, at mark: YAMLMark, isEnd: Bool
  ) -> TOMLProblem {
    TOMLProblem(
      at: isEnd ? opening : mark,
      LocalizedText(
        fr: "il manque « , » ou « \(closing) »", en: "“,” or “\(closing)” is missing"),
      expected: closing == "]"
        ? LocalizedText(fr: "« [\"un\", \"deux\"] »", en: "“[\"one\", \"two\"]”")
        : LocalizedText(
          fr: "« { un = 1, deux = 2 } », sur une seule ligne",
          en: "“{ one = 1, two = 2 }”, on a single line"))
  }

  static func textAfterValue(at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark,
      LocalizedText(
        fr: "du texte n’est pas attendu après la valeur", en: "text is not expected after the value"
      ),
      expected: LocalizedText(
        fr: "une clé par ligne ; un commentaire commence par « # »",
        en: "one key a line; a comment starts with “#”"))
  }

  static func header(at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark,
      LocalizedText(
        fr: "le nom d’une table n’est pas refermé", en: "the name of a table is not closed"),
      expected: LocalizedText(fr: "« [nom] », ou « [[nom]] »", en: "“[name]”, or “[[name]]”"))
  }

  static func duplicateKey(_ key: YAMLScalar, first: YAMLScalar) -> TOMLProblem {
    let isElsewhere = first.mark.line != key.mark.line
    return TOMLProblem(
      "toml.duplicate-key", at: key.mark, length: YAMLNode.scalar(key).writtenLength,
      LocalizedText(
        fr: "clé « \(key.string) » donnée deux fois"
          + (isElsewhere ? ", déjà plus haut" : ""),
        en: "key “\(key.string)” given twice" + (isElsewhere ? ", further up as well" : "")),
      expected: LocalizedText(
        fr: "une seule fois cette clé ; plusieurs valeurs se mettent en liste",
        en: "this key once; several values make a list"))
  }

  static func closedTable(_ key: YAMLScalar) -> TOMLProblem {
    TOMLProblem(
      "toml.duplicate-key", at: key.mark, length: YAMLNode.scalar(key).writtenLength,
      LocalizedText(
        fr: "la table « \(key.string) » est déjà écrite ailleurs",
        en: "the table “\(key.string)” is written elsewhere already"),
      expected: LocalizedText(
        fr: "cette clé là où se trouve la table", en: "this key where the table stands"))
  }

  static func notATable(_ key: YAMLScalar) -> TOMLProblem {
    TOMLProblem(
      "toml.duplicate-key", at: key.mark, length: YAMLNode.scalar(key).writtenLength,
      LocalizedText(
        fr: "« \(key.string) » a déjà une valeur, et ne peut pas contenir d’autres clés",
        en: "“\(key.string)” has a value already, and cannot hold other keys"),
      expected: LocalizedText(fr: "un autre nom", en: "another name"))
  }

  static func tooDeep(limit: Int, at mark: YAMLMark) -> TOMLProblem {
    TOMLProblem(
      at: mark,
      LocalizedText(
        fr: "trop de listes ou de tables les unes dans les autres",
        en: "too many lists or tables in one another"),
      expected: LocalizedText(fr: "au plus \(limit) niveaux", en: "at most \(limit) levels"))
  }
}
