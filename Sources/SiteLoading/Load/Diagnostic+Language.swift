import Diagnostics

/// Which language a site that nobody has configured was taken to be in: a remark.
extension Diagnostic {
  /// A language that a file of another tool declares.
  static func languageOfOtherTool(_ language: String, in path: String) -> Diagnostic {
    siteLanguage(
      language, from: LocalizedText(fr: "celle de « \(path) »", en: "that of “\(path)”"),
      at: SourceLocation(path: path))
  }

  /// The language that most sheets are written in.
  static func languageOfTexts(_ language: String, in folder: SourceFolder) -> Diagnostic {
    siteLanguage(
      language,
      from: LocalizedText(fr: "celle de la plupart des textes", en: "that of most texts"),
      at: SourceLocation(path: folder.contentFolder.isEmpty ? "." : folder.contentFolder))
  }

  /// A language that is only supposed: the texts are in several, or in one that is not told.
  static func unclearLanguage(supposing language: String, in folder: SourceFolder) -> Diagnostic {
    siteLanguage(
      language,
      from: LocalizedText(
        fr: "faute d’une langue reconnue dans la plupart des textes",
        en: "for want of a known language in most texts"),
      at: SourceLocation(path: folder.contentFolder.isEmpty ? "." : folder.contentFolder))
  }

  private static func siteLanguage(
    _ language: String, from origin: LocalizedText, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "site.language", at: location,
      LocalizedText(
        fr: "langue du site : « \(language) », \(origin.french)",
        en: "language of the site: “\(language)”, \(origin.english)"),
      suggestion: LocalizedText(
        fr: "pour en choisir une autre, écrivez-la dans « archipel.yaml », comme « lang: fr »",
        en: "to choose another one, write it into “archipel.yaml”, as “lang: en”"))
  }
}
