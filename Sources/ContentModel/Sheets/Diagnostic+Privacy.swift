import Diagnostics

/// What a public site does not say of a person.
extension Diagnostic {
  static func personalEmail(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "privacy.email", at: location,
      LocalizedText(
        fr: "adresse électronique « \(address) »", en: "e-mail address “\(address)”"),
      expected: published)
  }

  static func personalPhone(_ number: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "privacy.phone", at: location,
      LocalizedText(
        fr: "numéro de téléphone « \(number) »", en: "telephone number “\(number)”"),
      expected: published)
  }

  static func morePersonalContacts(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "privacy.more", at: location,
      LocalizedText(
        fr: "d’autres adresses électroniques et numéros de téléphone de cette fiche, non listés",
        en: "more e-mail addresses and telephone numbers in this sheet, not listed"),
      expected: published)
  }

  private static let published = LocalizedText(
    fr: "pas de coordonnées de personnes ; une adresse ou un numéro générique se déclare dans "
      + "archipel.yaml, sous « contacts », ou tout un domaine : « \"@region.bzh\" »",
    en: "no one’s address or number; a generic one is declared in archipel.yaml, under “contacts”, "
      + "or a whole domain: “\"@region.bzh\"”")
}
