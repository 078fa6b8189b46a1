import ContentModel
import Diagnostics

extension Diagnostic {
  static func unfitLicence(
    _ licence: Licence, in collection: Licence, ofFolder folder: String?, _ rule: LicenceRule,
    at location: SourceLocation
  ) -> Diagnostic {
    let (french, english) =
      folder.map { ("celle du dossier « \($0) »", "that of the folder “\($0)”") }
      ?? ("celle du site", "that of the site")
    return Diagnostic(
      .error, id: "site.licence", at: location,
      LocalizedText(
        fr: "la licence « \(licence.id) » interdit ce que « \(collection.id) », \(french), permet"
          + " : \(rule.explanation.french)",
        en: "licence “\(licence.id)” forbids what “\(collection.id)”, \(english), allows"
          + ": \(rule.explanation.english)"),
      expected: LocalizedText(
        fr: "une licence sans clause NC ni ND de plus que \(french)",
        en: "a licence without more NC or ND terms than \(english)"))
  }

  static func unfitAdaptation(
    of work: CreditedWork, _ licence: Licence, into own: Licence, _ rule: LicenceRule,
    at location: SourceLocation
  ) -> Diagnostic {
    let title = work.title ?? work.source ?? ""
    let allowed = licence.adaptationLicences.prefix(4).map(\.id).joined(separator: ", ")
    return Diagnostic(
      .error, id: "licence.adaptation", at: location,
      LocalizedText(
        fr:
          "« \(title) » (\(licence.id)) ne peut pas être repris sous « \(own.id) », la licence de "
          + "cette fiche : \(rule.explanation.french)",
        en: "“\(title)” (\(licence.id)) may not be reused under “\(own.id)”, the licence of this "
          + "sheet: \(rule.explanation.english)"),
      expected: allowed.isEmpty
        ? LocalizedText(
          fr: "l’œuvre telle quelle, sous sa licence", en: "the work as it is, under its licence")
        : LocalizedText(
          fr: "« licence : » avec l’une de celles-ci : \(allowed)",
          en: "“licence:” with one of these: \(allowed)"))
  }

  static func unfitPicture(
    _ work: CreditedWork, _ licence: Licence, in own: Licence, _ rule: LicenceRule,
    at location: SourceLocation
  ) -> Diagnostic {
    let name = work.picture ?? ""
    return Diagnostic(
      .error, id: "licence.picture", at: location,
      LocalizedText(
        fr:
          "l’image « \(name) » (\(licence.id)) interdit ce que « \(own.id) », la licence de cette "
          + "fiche, permet : \(rule.explanation.french)",
        en: "the picture “\(name)” (\(licence.id)) forbids what “\(own.id)”, the licence of this "
          + "sheet, allows: \(rule.explanation.english)"),
      expected: LocalizedText(
        fr: "une autre image, ou une fiche sous la même licence",
        en: "another picture, or a sheet under the same licence"))
  }
}
