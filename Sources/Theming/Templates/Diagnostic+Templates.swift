import Diagnostics

/// What can be wrong with a template, whatever it is given.
extension Diagnostic {
  static func includesAnother(_ name: String, at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "« \(name) » : ce gabarit n’en inclut pas d’autre",
      en: "“\(name)”: this template includes no other",
      expected: LocalizedText(
        fr: "le texte de l’autre gabarit, à cette place",
        en: "the text of the other template, in its place"))
  }

  private static func syntax(
    at location: SourceLocation, fr: String, en: String, expected: LocalizedText? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.syntax", at: location, LocalizedText(fr: fr, en: en), expected: expected)
  }

  static func unclosedTag(at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "balise ouverte et jamais fermée", en: "tag opened and never closed",
      expected: LocalizedText(verbatim: "}}"))
  }

  static func unsupportedTag(at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "changement de délimiteurs ou directive : non pris en charge",
      en: "change of delimiters or pragma: not supported",
      expected: LocalizedText(verbatim: "{{…}}, {{#…}}, {{^…}}, {{/…}}, {{>…}}, {{<…}}, {{$…}}"))
  }

  static func unreadableTagName(_ name: String, at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "nom de balise illisible « \(name) »", en: "unreadable tag name “\(name)”",
      expected: LocalizedText(
        fr: "lettres sans accent, chiffres, « _ » et « - », joints par des points",
        en: "unaccented letters, digits, “_” and “-”, joined by dots"))
  }

  static func closesNothing(_ name: String, at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "« \(name) » fermé sans avoir été ouvert",
      en: "“\(name)” closed without having been opened",
      expected: LocalizedText(
        fr: "{{#\(name)}} ou {{^\(name)}} auparavant", en: "{{#\(name)}} or {{^\(name)}} before"))
  }

  static func closesAnother(
    _ name: String, open: String, line: Int, at location: SourceLocation
  ) -> Diagnostic {
    syntax(
      at: location,
      fr: "« \(name) » fermé alors que « \(open) », ouvert à la ligne \(line), ne l’est pas",
      en: "“\(name)” closed while “\(open)”, opened at line \(line), is not",
      expected: LocalizedText(verbatim: "{{/\(open)}}"))
  }

  static func neverClosed(_ name: String, at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "« \(name) » ouvert et jamais fermé",
      en: "“\(name)” opened and never closed", expected: LocalizedText(verbatim: "{{/\(name)}}"))
  }

  static func outsideBlocks(of parent: String, at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location,
      fr: "seuls des blocs « {{$nom}} » peuvent se trouver dans « {{<\(parent)}} »",
      en: "only blocks “{{$name}}” may stand in “{{<\(parent)}}”",
      expected: LocalizedText(verbatim: "{{$nom}}…{{/nom}}"))
  }

  static func nestedTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
    syntax(
      at: location, fr: "plus de \(limit) balises imbriquées",
      en: "more than \(limit) nested tags",
      expected: LocalizedText(
        fr: "un gabarit de « partials » pour ce qui est au milieu",
        en: "a template of “partials” for what is inside"))
  }

  static func missingPartial(
    _ name: String, among names: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.missing-partial", at: location,
      LocalizedText(fr: "gabarit introuvable « \(name) »", en: "no template “\(name)”"),
      expected: LocalizedText(
        fr: "le nom d’un fichier de « templates », sans « .mustache »",
        en: "the name of a file in “templates”, without “.mustache”"),
      suggestion: NearMiss.suggestion(for: name, among: names))
  }

  static func includesItself(_ circle: [String], at location: SourceLocation) -> Diagnostic {
    let trail = circle.joined(separator: " → ")
    return Diagnostic(
      .error, id: "theme.recursion", at: location,
      LocalizedText(
        fr: "gabarit qui s’inclut lui-même : \(trail)",
        en: "template that includes itself: \(trail)"),
      expected: LocalizedText(
        fr: "des gabarits qui ne mènent pas à eux-mêmes",
        en: "templates that do not lead to themselves"))
  }

  static func notUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.encoding", at: location,
      LocalizedText(fr: "le gabarit n’est pas en UTF-8", en: "the template is not in UTF-8"),
      suggestion: LocalizedText(
        fr: "dans l’éditeur de texte, enregistrez-le avec l’encodage UTF-8",
        en: "in the text editor, save it with the UTF-8 encoding"))
  }

  static func comesToTooMuch(_ name: String, at location: SourceLocation) -> Diagnostic {
    let (parts, size) = (TemplateCompiler.maxParts, TemplateCompiler.maxBytes >> 20)
    return Diagnostic(
      .error, id: "theme.size", at: location,
      LocalizedText(
        fr:
          "ce que « \(name) » inclut, mis à sa place, fait plus de \(parts) balises et textes, ou "
          + "plus de \(size) Mo",
        en:
          "what “\(name)” includes, put in its place, comes to more than \(parts) tags and texts, "
          + "or to more than \(size) MB"),
      expected: LocalizedText(
        fr: "des gabarits qui n’en incluent pas d’autres plusieurs fois, d’un bout à l’autre",
        en: "templates that do not include others several times over, one after the other"))
  }
}
