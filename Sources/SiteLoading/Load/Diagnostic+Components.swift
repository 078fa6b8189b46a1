package import Diagnostics

extension Diagnostic {
  static func componentOfSameName(
    _ name: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "component.same-name", at: location,
      LocalizedText(
        fr: "un autre composant s’appelle « \(name) » : \(other)",
        en: "another component is called “\(name)”: \(other)"),
      expected: LocalizedText(fr: "un nom de fichier à chacun", en: "a file name for each"))
  }

  static func componentWithSpace(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "component.name", at: location,
      LocalizedText(
        fr: "aucun bloc ne peut porter le nom « \(name) », qui contient une espace",
        en: "no block can bear the name “\(name)”, which holds a space"),
      expected: LocalizedText(
        fr: "un nom d’un seul mot, comme « encart-image.mustache »",
        en: "a name of one word, as “encart-image.mustache”"))
  }

  /// The finding as a warning, where it was an error.
  package var noError: Diagnostic { severity == .error ? withSeverity(.warning) : self }
}
