import Diagnostics
import TextEncoding

/// Scalars that can be read, and are surely not what their writer meant: warnings.
extension Diagnostic {
  static func curlyQuotes(_ text: String, at location: SourceLocation) -> Diagnostic {
    let bare = text.dropFirst().dropLast()
    return doubtful(
      "front-matter.quotes", at: location,
      LocalizedText(
        fr: "les guillemets courbes font partie de la valeur : ils seront affichés",
        en: "the curly quotes are part of the value: they will be shown"),
      expected: LocalizedText(
        fr: "des guillemets droits : « \"\(bare)\" »", en: "straight quotes: “\"\(bare)\"”"))
  }

  static func valueCutShort(
    _ key: String, _ value: String, comment: String, at location: SourceLocation
  ) -> Diagnostic {
    doubtful(
      "front-matter.comment", at: location,
      LocalizedText(
        fr:
          "« \(value) » est tout ce qui est lu : après « # », le reste de la ligne est un commentaire",
        en: "“\(value)” is all that is read: after “#”, the rest of the line is a comment"),
      expected: LocalizedText(
        fr: "« \(key): \"\(value) \(comment)\" », ou une espace après « # »",
        en: "“\(key): \"\(value) \(comment)\"”, or a space after “#”"))
  }

  /// A sign of YAML's own at the start of a value, which looks like a part of it.
  static func valueOpensWithSign(
    _ key: String, _ value: String, taken: String, at location: SourceLocation
  ) -> Diagnostic {
    doubtful(
      "front-matter.sign", at: location,
      LocalizedText(
        fr: value.isEmpty
          ? "rien n’est lu : « \(taken) » est un signe de YAML"
          : "« \(value) » est tout ce qui est lu : « \(taken) » est un signe de YAML",
        en: value.isEmpty
          ? "nothing is read: “\(taken)” is a sign of YAML’s"
          : "“\(value)” is all that is read: “\(taken)” is a sign of YAML’s"),
      expected: LocalizedText(
        fr: "« \(key): \"\("\(taken) \(value)".trimmed)\" »",
        en: "“\(key): \"\("\(taken) \(value)".trimmed)\"”"))
  }

  static func controlCharacters(_ count: Int, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "sheet.control-characters", at: location,
      LocalizedText(
        fr: "signe de contrôle invisible, qu’aucune page ne peut contenir : il est laissé de côté"
          + (count > 1 ? " (\(count) dans ce fichier)" : ""),
        en: "invisible control character, which no page may hold: it is left out"
          + (count > 1 ? " (\(count) in this file)" : "")),
      expected: LocalizedText(
        fr: "du texte ; un copier-coller depuis un PDF laisse de tels signes",
        en: "text; what is pasted from a PDF has such characters"))
  }

  /// A warning that something is surely not what its writer meant.
  static func doubtful(
    _ id: String, at location: SourceLocation, _ message: LocalizedText, expected: LocalizedText
  ) -> Diagnostic {
    Diagnostic(.warning, id: id, at: location, message, expected: expected)
  }
}
