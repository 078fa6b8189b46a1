import ContentModel
import Desk
public import Diagnostics
import LinkChecking
import SiteFiles
import SiteLoading

extension Adopter {
  /// Compares the sheets that were adopted with their originals.
  ///
  /// - Parameter name: The site that they are from, where it is not to be asked for at its address.
  /// - Returns: The sheets in the order of their files, and what prevents to look.
  /// - Throws: ``EnvironmentFailure`` when the folder cannot be read.
  public func status(
    of name: String? = nil
  ) async throws -> (states: [AdoptionState], diagnostics: [Diagnostic]) {
    var report = ImportReport()
    let declared = try ContentDeclarations(source: source, reporting: &report.diagnostics)
    guard !report.hasErrors else { return ([], report.diagnostics) }
    var writer = SheetWriter(source: source, declared)
    var site: (source: CatalogueSource, catalogue: ForeignCatalogue)?
    if let name {
      do {
        let source = try await CatalogueSource.open(name)
        site = (source, try await source.catalogue())
      } catch let problem as CatalogueSource.Problem {
        writer.refuse(.unreadableSource(problem), source: name)
        return ([], writer.report.diagnostics)
      }
    }
    var states: [AdoptionState] = []
    for own in try OwnAdoption.all(in: source, declared) {
      if let site {
        let sheet = site.catalogue.sheets.first { site.catalogue.whole($0.url) == own.origin.url }
        // This sheet was adopted from another site.
        guard sheet != nil || own.origin.url.hasPrefix(site.catalogue.baseURL ?? "\0") else {
          continue
        }
        states.append(await state(of: own, sheet, in: site, declared))
      } else {
        states.append(await state(of: own, declared))
      }
    }
    return (states, [])
  }

  /// Compares with what a catalogue tells.
  private func state(
    of own: OwnAdoption, _ sheet: ForeignSheet?,
    in site: (source: CatalogueSource, catalogue: ForeignCatalogue),
    _ declared: ContentDeclarations
  ) async -> AdoptionState {
    guard let sheet, let address = sheet.source else {
      return state(
        of: own,
        .unread(
          LocalizedText(
            fr: "l’original n’est plus publié", en: "the original is not published any more")),
        terms: nil, declared)
    }
    let terms = sheet.licence ?? site.catalogue.licence
    if let digest = sheet.digest, digest == own.origin.digest {
      return state(of: own, .same, terms: terms, declared)
    }
    do {
      let bytes = try await site.source.read(
        site.catalogue.relative(address), atMost: Self.largestSource)
      return state(of: own, original(bytes, own), terms: terms, declared)
    } catch {
      return state(of: own, .unread(error.message), terms: terms, declared)
    }
  }

  /// Compares with what is published at the address of the original.
  private func state(
    of own: OwnAdoption, _ declared: ContentDeclarations
  ) async -> AdoptionState {
    let address = own.origin.url + (own.origin.url.hasSuffix("/") ? "" : "/") + "index.md"
    do {
      let bytes = try await WebFile(name: "Archipel", atMost: Self.largestSource).bytes(of: address)
      return state(of: own, original(bytes, own), terms: nil, declared)
    } catch {
      return state(
        of: own, .unread(CatalogueSource.Problem(error, address).message), terms: nil, declared)
    }
  }

  private func original(_ bytes: [UInt8], _ own: OwnAdoption) -> AdoptionState.Original {
    if Self.digest(of: bytes) == own.origin.digest { return .same }
    let (theirs, ours) = (AdoptedDocument(bytes), AdoptedDocument(own.bytes))
    let provenance = Set(own.sheet.type.provenance.map(\.key))
    let names = Set(["licence", "lang", "type"])
    func values(_ document: AdoptedDocument) -> [String: DataValue] {
      Dictionary(
        document.values.map { (own.sheet.type.field($0.key)?.key ?? $0.key, $0.value) },
        uniquingKeysWith: { first, _ in first }
      ).filter { !provenance.contains($0.key) && !names.contains($0.key) }
    }
    let (left, right) = (values(ours), values(theirs))
    let fields = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    return .changed(
      lines: LineDiff.lines(from: ours.body, to: theirs.body) ?? [], fields: fields)
  }

  private func state(
    of own: OwnAdoption, _ original: AdoptionState.Original, terms: String?,
    _ declared: ContentDeclarations
  ) -> AdoptionState {
    AdoptionState(
      path: own.path, url: own.origin.url, original: original,
      clash: clash(of: own, terms: terms.flatMap { Licence(meantBy: $0) }, declared))
  }

  /// What is wrong with the licences: the original has others by now, or ours is not one that it lets
  /// adaptations have.
  private func clash(
    of own: OwnAdoption, terms: Licence?, _ declared: ContentDeclarations
  ) -> LocalizedText? {
    let work = own.sheet.works.first { $0.source == own.origin.url }
    guard let given = terms ?? work?.licence else { return nil }
    if let recorded = work?.licence, recorded != given {
      return LocalizedText(
        fr: "l’original est passé de « \(recorded.id) » à « \(given.id) »",
        en: "the original went from “\(recorded.id)” to “\(given.id)”")
    }
    guard let licence = own.sheet.licence ?? declared.configuration.licence,
      licence != given || work?.changes != nil,
      let rule = given.rule(againstAdaptingInto: licence)
    else { return nil }
    return LocalizedText(
      fr: "« \(given.id) » ne va pas avec « \(licence.id) » : \(rule.explanation.french)",
      en: "“\(given.id)” does not go with “\(licence.id)”: \(rule.explanation.english)")
  }
}
