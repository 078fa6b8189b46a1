import Diagnostics

extension Diagnostic {
  static func incompleteFederatedSite(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "federation.entry", at: location,
      LocalizedText(
        fr: "il manque à ce lab son nom ou son catalogue",
        en: "this lab lacks its name or its catalogue"),
      expected: LocalizedText(
        fr: "« - { nom: Lab B, catalogue: https://lab-b.exemple.fr/ } »",
        en: "“- { name: Lab B, catalogue: https://lab-b.example.org/ }”"))
  }

  static func unusableCatalogue(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "federation.catalogue", at: location,
      LocalizedText(
        fr: "catalogue illisible « \(text) »", en: "unreadable catalogue “\(text)”"),
      expected: LocalizedText(
        fr: "une adresse en « https:// », ou le chemin d’un site publié ou de son .zip",
        en: "an address in “https://”, or the path of a published site or of its .zip"))
  }

  static func unreadableDigest(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "federation.digest", at: location,
      LocalizedText(fr: "empreinte illisible « \(text) »", en: "unreadable digest “\(text)”"),
      expected: LocalizedText(
        fr: "les 64 chiffres hexadécimaux que donne « archipel federate »",
        en: "the 64 hexadecimal digits that “archipel federate” tells"))
  }

  static func federatedSiteTwice(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "federation.twice", at: location,
      LocalizedText(
        fr: "deux labs se nomment « \(name) », ou presque",
        en: "two labs are called “\(name)”, or nearly"),
      expected: LocalizedText(fr: "un nom par lab", en: "a name for each lab"))
  }

  static func tooManyFederatedSites(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "federation.too-many", at: location,
      LocalizedText(
        fr: "plus de \(limit) labs : la suite est laissée de côté",
        en: "more than \(limit) labs: the others are left out"))
  }
}
