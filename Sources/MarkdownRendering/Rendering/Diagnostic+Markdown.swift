import Diagnostics

extension Diagnostic {
  static func rawHTMLOmitted(
    _ tag: String, keepsWords: Bool, isSafe: Bool, at location: SourceLocation
  ) -> Diagnostic {
    let rest =
      keepsWords
      ? LocalizedText(fr: ", ses mots gardés", en: ", its words kept")
      : LocalizedText(fr: "", en: "")
    return Diagnostic(
      .warning, id: "markdown.raw-html", at: location,
      LocalizedText(
        fr: "HTML laissé de côté « \(tag) »\(rest.french)",
        en: "HTML left out “\(tag)”\(rest.english)"),
      expected: tag.lowercased().hasPrefix("<img")
        ? LocalizedText(
          fr: "« ![ce que montre l’image](fichier.jpg) »", en: "“![what the image shows](file.jpg)”"
        )
        : LocalizedText(
          fr: "du Markdown, ou « html: \(isSafe ? "allow" : "safe") » dans archipel.yaml",
          en: "Markdown, or “html: \(isSafe ? "allow" : "safe")” in archipel.yaml"))
  }

  static func htmlAttributeOmitted(
    _ name: String, of element: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "markdown.html-attribute", at: location,
      LocalizedText(
        fr: "attribut HTML laissé de côté « \(name) » de « <\(element)> », ici et plus bas",
        en: "HTML attribute left out “\(name)” of “<\(element)>”, here and below"),
      expected: LocalizedText(
        fr: "ce que dit le texte ; son aspect est celui du thème",
        en: "what the text says; its looks are the theme’s"))
  }

  static func imageWithoutAlternative(
    _ destination: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.image-alt", at: location,
      LocalizedText(
        fr: "image sans texte de remplacement « \(destination) »",
        en: "image without a text alternative “\(destination)”"),
      expected: LocalizedText(
        fr: "ce que montre l’image, entre les crochets : ![Un plan de salle](salle.png)",
        en: "what the image shows, between the brackets: ![A floor plan](room.png)"))
  }

  static func headingSkipped(
    level: Int, after previous: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "markdown.heading-level", at: location,
      LocalizedText(
        fr: "titre de niveau \(level) après un titre de niveau \(previous)",
        en: "heading of level \(level) after a heading of level \(previous)"),
      expected: LocalizedText(
        fr: "un titre de niveau \(previous + 1) au plus",
        en: "a heading of level \(previous + 1) at most"))
  }

  static func tooManyHeadings(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.headings", at: location,
      LocalizedText(
        fr:
          "plus de \(limit) titres dans une fiche : à partir d’ici, ils n’ont ni lien ni ligne au "
          + "sommaire",
        en:
          "more than \(limit) headings in one sheet: from here on, they have neither a link nor a "
          + "line in the contents"),
      expected: LocalizedText(fr: "plusieurs fiches", en: "several sheets"))
  }

  static func secondTitle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "markdown.second-title", at: location,
      LocalizedText(
        fr: "titre de niveau 1 dans le texte : la page en a déjà un",
        en: "heading of level 1 in the text: the page has one already"),
      expected: LocalizedText(fr: "un titre « ## »", en: "a “##” heading"))
  }

  static func headingIDTaken(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.heading-id", at: location,
      LocalizedText(
        fr: "identifiant de titre déjà pris « \(id) »", en: "heading id already taken “\(id)”"),
      expected: LocalizedText(
        fr: "un identifiant par titre : un autre nom entre « {# » et « } »",
        en: "one id a heading: another name between “{#” and “}”"))
  }

  static func unknownAlert(
    _ name: String, among markers: [String], at location: SourceLocation
  ) -> Diagnostic {
    let known = markers.map { $0.uppercased() }
    let french = [
      "REMARQUE": "NOTE", "ASTUCE": "TIP", "CONSEIL": "TIP", "ATTENTION": "WARNING",
      "AVERTISSEMENT": "WARNING", "DANGER": "CAUTION",
    ]
    return Diagnostic(
      .remark, id: "markdown.alert", at: location,
      LocalizedText(
        fr: "alerte inconnue « \(name) »", en: "unknown alert “\(name)”"),
      expected: LocalizedText(names: known),
      suggestion: french[name.uppercased()].map { marker in
        LocalizedText(fr: "écrivez « [!\(marker)] »", en: "write “[!\(marker)]”")
      } ?? NearMiss.suggestion(for: name.uppercased(), among: known))
  }

  /// A block that bears the name of a component in a folder that nobody has made a site of.
  static func foreignBlock(
    _ name: String, _ fault: Diagnostic, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "component.foreign", at: location,
      LocalizedText(
        fr: "bloc « \(name) » qui n’est pas celui d’Archipel, montré comme du code : "
          + fault.message.french,
        en: "block “\(name)” that is not the one of Archipel, shown as code: "
          + fault.message.english),
      expected: fault.expected, suggestion: fault.suggestion)
  }
}
