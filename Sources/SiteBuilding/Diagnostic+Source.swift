import Diagnostics

/// What can be wrong with the source folder as a whole.
extension Diagnostic {
  static func symbolicLinkLeavesSource(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "source.symlink", at: location,
      LocalizedText(
        fr: "ce lien symbolique sort du dossier du site",
        en: "this symbolic link leaves the site’s folder"),
      expected: LocalizedText(fr: "une copie du fichier", en: "a copy of the file"))
  }

  static func brokenSymbolicLink(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "source.symlink", at: location,
      LocalizedText(
        fr: "ce lien symbolique ne mène à rien", en: "this symbolic link leads nowhere"))
  }

  static func unknownTheme(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, id: "site.theme", at: SourceLocation(path: "archipel.yaml"),
      LocalizedText(fr: "thème inconnu « \(name) »", en: "unknown theme “\(name)”"),
      expected: LocalizedText(
        fr: "le nom d’un dossier de « themes/ »", en: "the name of a folder of “themes/”"))
  }

  static func missingTemplate(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.missing-template",
      at: SourceLocation(path: "themes"),
      LocalizedText(
        fr: "le thème n’a pas de gabarit « \(name) »", en: "the theme has no template “\(name)”"))
  }

  static func collision(_ address: String, paths: [String]) -> Diagnostic {
    let others = paths.dropFirst().joined(separator: ", ")
    return Diagnostic(
      .error, id: "site.collision", at: SourceLocation(path: paths.first ?? address),
      LocalizedText(
        fr: "l’adresse « \(address) » est aussi celle de \(others)",
        en: "the address “\(address)” is also that of \(others)"),
      expected: LocalizedText(fr: "une adresse par fichier", en: "one address a file"))
  }

  static func unknownMenuTarget(
    _ target: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.menu", at: location,
      LocalizedText(
        fr: "le menu mène à « \(target) », qui n’existe pas",
        en: "the menu leads to “\(target)”, which does not exist"),
      suggestion: NearMiss.suggestion(for: target, among: known))
  }

  static func unfitLicence(
    _ licence: String, collection: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.licence", at: location,
      LocalizedText(
        fr: "la licence « \(licence) » interdit ce que « \(collection) », celle du site, permet",
        en: "licence “\(licence)” forbids what “\(collection)”, that of the site, allows"),
      expected: LocalizedText(
        fr: "une licence sans clause NC ni ND de plus que celle du site",
        en: "a licence without more NC or ND terms than that of the site"))
  }
}

/// What can be wrong with a sheet to create.
extension Diagnostic {
  static func noSuchType(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "new.type", at: SourceLocation(path: "content/_types"),
      LocalizedText(fr: "type inconnu « \(name) »", en: "unknown type “\(name)”"),
      expected: LocalizedText(verbatim: known.joined(separator: ", ")),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func titleWithoutLetters(_ title: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.title", at: SourceLocation(path: "content"),
      LocalizedText(
        fr: "le titre « \(title) » ne donne pas de nom de fichier",
        en: "the title “\(title)” gives no file name"),
      expected: LocalizedText(fr: "au moins une lettre", en: "at least one letter"))
  }

  static func sheetExists(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.exists", at: SourceLocation(path: path),
      LocalizedText(
        fr: "cette fiche existe déjà ; elle n’a pas été touchée",
        en: "this sheet is there already; it has not been touched"))
  }
}
