import SiteGraph
import SiteLoading
import ContentModel
package import Diagnostics
import Formats
package import LinkChecking
import SiteFiles

/// The addresses on the web that the sheets of a site lead to.
package struct WebLinks: Sendable {
  package let site: EditorialContext

  package init(
    site: EditorialContext
  ) {
    self.site = site
  }

  /// Asks for every address once, and returns what is wrong with those that answer badly, at every
  /// place that names them.
  ///
  /// - Throws: ``EnvironmentFailure`` where nothing can ask.
  package func findings(
    _ policy: LinkChecker.RequestPolicy, onProgress: @escaping @Sendable (LocalizedText) -> Void
  ) async throws -> [Diagnostic] {
    let addresses = Set(site.prose.flatMap(\.webLinks).map(\.address))
    let checker = LinkChecker(name: name, manners: policy)
    let answers: [String: LinkAnswer]
    do {
      answers = try await checker.answers(to: Array(addresses)) { count in
        onProgress(
          LocalizedText(
            fr: "adresses : \(count) sur \(addresses.count)",
            en: "addresses: \(count) of \(addresses.count)"))
      }
    } catch let missing as MissingProgram {
      throw EnvironmentFailure.missingProgram(missing.name)
    }
    return try site.prose.enumerated().flatMap { index, prose in
      try prose.webLinks.compactMap { link in
        guard let answer = answers[link.address], answer != .found else { return nil }
        return try place(of: link, inSheet: index).flatMap {
          .webLink(link.address, answer, at: $0)
        }
      }
    }
  }

  /// Returns where an address is written; nil for one that a translation has of its original.
  private func place(of link: SheetProse.WebLink, inSheet index: Int) throws -> SourceLocation? {
    guard link.isInField else { return link.location }
    if let place = try site.place(of: link.address, from: link.location, ofSheet: index) {
      return place
    }
    return site.commons.site.sheets[index].original == nil ? link.location : nil
  }

  /// What the visitor says of itself.
  private var name: String {
    let address = site.commons.configuredBaseURL?.text
    return "archipel (link check" + (address.map { "; +\($0)" } ?? "") + ")"
  }
}

extension Diagnostic {
  /// The finding for the answer of a web address; nil when it answered well.
  fileprivate static func webLink(
    _ address: String, _ answer: LinkAnswer, at location: SourceLocation
  ) -> Diagnostic? {
    switch answer {
    case .found: nil
    case .moved(let target):
      Diagnostic(
        .remark, id: "web.moved", at: location,
        LocalizedText(
          fr: "« \(address) » a changé d’adresse pour de bon",
          en: "“\(address)” has moved for good"),
        suggestion: LocalizedText(fr: "écrivez « \(target) »", en: "write “\(target)”"))
    case .refused(let status):
      Diagnostic(
        .remark, id: "web.refused", at: location,
        LocalizedText(
          fr: "« \(address) » ne répond pas aux programmes (\(status))",
          en: "“\(address)” does not answer programs (\(status))"),
        suggestion: LocalizedText(
          fr: "voyez dans un navigateur si la page est là",
          en: "see in a browser whether the page is there"))
    case .failed(let status):
      Diagnostic(
        .warning, id: "web.dead", at: location,
        LocalizedText(
          fr: "« \(address) » ne mène à rien (\(status))",
          en: "“\(address)” leads nowhere (\(status))"))
    case .unreachable(let obstacle):
      Diagnostic(
        .warning, id: "web.unreachable", at: location,
        LocalizedText(
          fr: "« \(address) » ne répond pas : \(obstacle.text.french)",
          en: "“\(address)” does not answer: \(obstacle.text.english)"))
    }
  }
}

extension LinkAnswer.NetworkError {
  fileprivate var text: LocalizedText {
    switch self {
    case .unknownHost: LocalizedText(fr: "nom de site inconnu", en: "unknown host")
    case .closed: LocalizedText(fr: "connexion fermée", en: "connection closed")
    case .timeOut: LocalizedText(fr: "délai dépassé", en: "out of time")
    case .security:
      LocalizedText(fr: "certificat ou chiffrement refusé", en: "certificate or encryption refused")
    case .silentHost(let count):
      LocalizedText(
        fr: "pas demandée, ce site n’ayant pas répondu \(count) fois de suite",
        en: "not asked, as this site did not answer \(count) times in a row")
    case .endlessRedirects: LocalizedText(fr: "redirections sans fin", en: "endless redirects")
    case .other(let code): LocalizedText(fr: "curl échoue (\(code))", en: "curl fails (\(code))")
    }
  }
}
