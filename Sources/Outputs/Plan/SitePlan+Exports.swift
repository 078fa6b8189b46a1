import ContentModel
import Diagnostics
import SiteGraph

/// What a form of the catalogue must hold, and the site does not say.
extension SitePlan {
  /// Tells of the forms of the catalogue that are asked for and cannot be made.
  func reportExports(_ commons: SiteView, _ diagnostics: inout [Diagnostic]) {
    let configuration = commons.declared.configuration
    let location = configuration.location(of: "exports")
    if configuration.exports.contains(.oai), configuration.contact == nil {
      diagnostics.append(.exportWithoutContact(at: location))
    }
    if configuration.exports.contains(.publiccode), configuration.forge == nil {
      diagnostics.append(.exportWithoutForge(at: location))
    }
  }
}

extension Diagnostic {
  fileprivate static func exportWithoutContact(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.export-contact", at: location,
      LocalizedText(
        fr: "« oai » : il manque l’adresse électronique de qui tient le site",
        en: "“oai”: the e-mail address of whoever runs the site is missing"),
      expected: LocalizedText(
        fr: "une adresse dans « report » ou « contacts »",
        en: "an address in “report” or “contacts”"))
  }

  fileprivate static func exportWithoutForge(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.export-forge", at: location,
      LocalizedText(
        fr: "« publiccode » : il manque l’adresse du dépôt de la source",
        en: "“publiccode”: the address of the repository of the source is missing"),
      expected: LocalizedText(
        fr: "« forge: { adresse: https://… } »", en: "“forge: { address: https://… }”"))
  }
}
