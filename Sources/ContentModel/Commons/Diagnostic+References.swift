import Diagnostics

/// What can be wrong with a reference to another sheet.
extension Diagnostic {
  static func danglingReference(
    _ reference: String, wanted: [String], suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    let types = wanted.joined(separator: " », « ")
    let ofType = wanted.isEmpty ? "d’une fiche" : "d’une fiche de type « \(types) »"
    let typesInEnglish = wanted.joined(separator: "”, “")
    let ofTypeInEnglish = wanted.isEmpty ? "a sheet" : "a sheet of type “\(typesInEnglish)”"
    return Diagnostic(
      .error, id: "reference.dangling", at: location,
      LocalizedText(
        fr: "aucune fiche ne s’appelle « \(reference) »", en: "no sheet is called “\(reference)”"),
      expected: LocalizedText(
        fr: "le nom de fichier \(ofType), sans « .md », ou « \"[[Son titre]]\" »",
        en: "the file name of \(ofTypeInEnglish), without “.md”, or “\"[[Its title]]\"”"),
      suggestion: suggestion.map {
        LocalizedText(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      })
  }

  static func wrongReferenceType(
    _ reference: String, is type: String, wanted: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "reference.type", at: location,
      LocalizedText(
        fr: "« \(reference) » est de type « \(type) »", en: "“\(reference)” is of type “\(type)”"),
      expected: LocalizedText(
        fr: "une fiche de type « \(wanted.joined(separator: " », « ")) »",
        en: "a sheet of type “\(wanted.joined(separator: "”, “"))”"))
  }

  static func ambiguousReference(
    _ reference: String, candidates: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "reference.ambiguous", at: location,
      LocalizedText(
        fr: "plusieurs fiches s’appellent « \(reference) »",
        en: "several sheets are called “\(reference)”"),
      expected: LocalizedText(names: candidates))
  }

  static func unpublishedReference(
    _ reference: String, _ reason: SheetDirectory.Unpublished, at location: SourceLocation
  ) -> Diagnostic {
    let reason =
      switch reason {
      case .draft: LocalizedText(fr: "un brouillon", en: "a draft")
      case .future: LocalizedText(fr: "datée du futur", en: "dated in the future")
      case .expired: LocalizedText(fr: "périmée", en: "expired")
      case .unreadable: LocalizedText(fr: "illisible", en: "unreadable")
      }
    return Diagnostic(
      .error, id: "reference.unpublished", at: location,
      LocalizedText(
        fr: "la fiche « \(reference) » n’est pas publiée : elle est \(reason.french)",
        en: "sheet “\(reference)” is not published: it is \(reason.english)"),
      expected: LocalizedText(
        fr: "une fiche publiée en même temps que celle-ci ; sinon, pas de référence",
        en: "a sheet that is published when this one is; no reference otherwise"))
  }

  static func selfReference(_ reference: String, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "reference.self", at: location,
      LocalizedText(
        fr: "« \(reference) » est cette fiche elle-même", en: "“\(reference)” is this very sheet"),
      expected: LocalizedText(fr: "une autre fiche", en: "another sheet"))
  }
}
