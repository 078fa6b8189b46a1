import Calendars
import ContentModel
package import Diagnostics
package import SiteFiles

/// Why sheets of another lab are left out.
package enum CatalogueFault: Error {
  /// There is no copy of its catalogue: it was never read, or what was read was refused.
  case missing
  /// The copy of its catalogue cannot be read.
  case unread(DiskFile.Failure)
  /// It is no JSON in UTF-8 with `sheets`, or is nested too deeply.
  case noCatalogue
  /// It has another digest than the one that the configuration names.
  case otherDigest(String)
  /// There are more sheets than are read.
  case tooMany(Int)
  /// It does not say where its site is published.
  case noAddress
  /// It says that its site is on another host than the catalogue.
  case otherHost(String)
  /// Some entries are no sheets of its site.
  case someEntries(Int, address: String)

  /// The fault for people.
  package var message: LocalizedText {
    switch self {
    case .missing:
      LocalizedText(
        fr: "il n’y a pas de copie de son catalogue, qui n’a pas été lu ou a été refusé",
        en: "there is no copy of its catalogue, which was not read or was refused")
    case .unread(let failure) where failure.isTooLong:
      LocalizedText(fr: "son catalogue est trop long", en: "its catalogue is too long")
    case .unread(let failure) where failure.isOutside:
      LocalizedText(
        fr: "la copie de son catalogue est hors de la source",
        en: "the copy of its catalogue is outside of the source")
    case .unread(let failure):
      LocalizedText(systemError: failure.code)
    case .noCatalogue:
      LocalizedText(
        fr: "ce n’est pas le catalogue d’un site : du JSON en UTF-8, avec « sheets »",
        en: "this is no catalogue of a site: JSON in UTF-8, with “sheets”")
    case .otherDigest(let digest):
      LocalizedText(
        fr: "son empreinte n’est pas celle qui est attendue, mais \(digest)",
        en: "its digest is not the one that is expected, but \(digest)")
    case .tooMany(let limit):
      LocalizedText(
        fr: "avec ses fiches, il y en aurait plus de \(limit)",
        en: "with its sheets, there would be more than \(limit)")
    case .noAddress:
      LocalizedText(
        fr: "son catalogue ne dit pas où le site est publié (base_url)",
        en: "its catalogue does not say where the site is published (base_url)")
    case .otherHost(let host):
      LocalizedText(
        fr: "son catalogue dit que le site est sur un autre serveur (\(host))",
        en: "its catalogue says that the site is on another server (\(host))")
    case .someEntries(let count, let address):
      count == 1
        ? LocalizedText(
          fr: "une de ses entrées n’est pas une fiche de \(address)",
          en: "one of its entries is no sheet of \(address)")
        : LocalizedText(
          fr: "\(count) de ses entrées ne sont pas des fiches de \(address)",
          en: "\(count) of its entries are no sheets of \(address)")
    }
  }
}

extension Diagnostic {
  /// Sheets of a lab that are left out, and why.
  static func leftOutCatalogue(_ site: FederatedSite, _ fault: CatalogueFault) -> Diagnostic {
    let isMissing = if case .missing = fault { true } else { false }
    let what =
      switch fault {
      case .someEntries(1, _):
        LocalizedText(fr: "elle est laissée de côté", en: "it is left out")
      case .someEntries:
        LocalizedText(fr: "elles sont laissées de côté", en: "they are left out")
      default:
        LocalizedText(fr: "ses fiches sont laissées de côté", en: "its sheets are left out")
      }
    return Diagnostic(
      .warning, id: isMissing ? "federation.unread" : "federation.left-out", at: site.location,
      LocalizedText(
        fr: "« \(site.name) » : \(fault.message.french) ; \(what.french)",
        en: "“\(site.name)”: \(fault.message.english); \(what.english)"),
      suggestion: isMissing
        ? LocalizedText(
          fr: "« archipel federate » lit les catalogues des labs",
          en: "“archipel federate” reads the catalogues of the labs") : nil)
  }

  /// A lab that did not answer when it was last asked.
  static func silentLab(
    _ site: FederatedSite, since: CalendarDate, read: CalendarDate?
  ) -> Diagnostic {
    let day = read?.description
    let of = (fr: day.map { " du \($0)" } ?? "", en: day.map { " of \($0)" } ?? "")
    return Diagnostic(
      .remark, id: "federation.silent", at: site.location,
      LocalizedText(
        fr: "« \(site.name) » ne répond plus depuis le \(since) : sa copie\(of.fr) sert encore",
        en: "“\(site.name)” has not answered since \(since): its copy\(of.en) still serves"))
  }
}
