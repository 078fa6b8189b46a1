import Diagnostics

/// What libyaml says of a document that it cannot read, for people who do not know its words.
enum YAMLProblem {
  /// Returns a sentence of libyaml in the languages of messages, the English being its own.
  static func text(of problem: String) -> LocalizedText {
    let french = sentences.first { problem.hasPrefix($0.english) }?.french
    return LocalizedText(fr: french ?? problem, en: problem)
  }

  private static let sentences: [(english: String, french: String)] = [
    ("did not find expected key", "une ligne « clé: valeur » est attendue ici"),
    ("could not find expected ':'", "il manque « : » après une clé"),
    (
      "mapping values are not allowed in this context",
      "« : » au milieu d’une valeur qui n’est pas entre guillemets droits"
    ),
    (
      "found character that cannot start any token",
      "une valeur ne peut pas commencer par ce caractère sans guillemets droits"
    ),
    ("did not find expected ',' or ']'", "il manque « , » ou « ] » dans une liste"),
    ("did not find expected ',' or '}'", "il manque « , » ou « } » dans un groupe de clés"),
    ("did not find expected '-' indicator", "il manque le tiret d’un élément de liste"),
    ("block sequence entries are not allowed", "un élément de liste n’est pas attendu ici"),
    ("found unexpected end of stream", "un guillemet droit n’est jamais refermé"),
    ("found unexpected document indicator", "un guillemet droit n’est jamais refermé"),
    ("found a tab character", "une tabulation décale le début de la ligne"),
    ("control characters are not allowed", "caractère invisible"),
    ("found unknown escape character", "« \\ » devant un caractère qui n’en veut pas"),
    (
      "did not find expected alphabetic or numeric character",
      "une valeur qui commence par « * » ou « & » s’écrit entre guillemets droits"
    ),
    ("found undefined alias", "une valeur qui commence par « * » s’écrit entre guillemets droits"),
    (
      "did not find URI escape octet",
      "une valeur qui commence par « ! » s’écrit entre guillemets droits"
    ),
    ("did not find expected <document start>", "du texte n’est pas attendu ici"),
    ("invalid leading UTF-8 octet", "le fichier n’est pas en UTF-8"),
    ("invalid trailing UTF-8 octet", "le fichier n’est pas en UTF-8"),
  ]
}

extension YAMLText {
  /// Returns where a text between straight quotes opens on a line that does not close it, above a line
  /// where the document stops making sense.
  ///
  /// Texts may go on for lines, but not over one that reads as the next key or element.
  func unclosedQuote(before mark: SourcePosition) -> SourcePosition? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.prefix(mark.line).enumerated() {
      let bytes = Array(line.utf8)
      guard let start = Self.start(ofValueIn: bytes), bytes[start] == UInt8(ascii: "\"")
      else { continue }
      var isOpen = false
      var isEscaped = false
      for byte in bytes[start...] {
        if byte == UInt8(ascii: "\""), !isEscaped { isOpen.toggle() }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      let next = lines.dropFirst(index + 1).first
      if isOpen, next.map(Self.isEntry) ?? true {
        return SourcePosition(
          line: index + 1, column: LineIndex(bytes).position(atByte: start).column)
      }
    }
    return nil
  }

  /// Whether a line reads as « key: value », as « - value » or as nothing.
  private static func isEntry(_ line: Substring) -> Bool {
    let content = line.drop { $0 == " " }
    let key = content.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    return content.isEmpty || content.hasPrefix("- ") || content.dropFirst(key.count).first == ":"
  }

  /// Returns the offset of the value of a line « key: value » or « - value ».
  private static func start(ofValueIn line: [UInt8]) -> Int? {
    let space = UInt8(ascii: " ")
    var start = line.firstIndex { $0 != space && $0 != UInt8(ascii: "-") } ?? line.count
    if let colon = line[start...].firstIndex(of: UInt8(ascii: ":")),
      line[start] != UInt8(ascii: "\"")
    {
      start = line[(colon + 1)...].firstIndex { $0 != space } ?? line.count
    }
    return start < line.count ? start : nil
  }
}
