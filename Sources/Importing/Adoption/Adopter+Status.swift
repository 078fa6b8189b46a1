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
    var named: Site?
    if let name {
      do {
        let source = try await CatalogueSource.open(name)
        named = Site(source: source, catalogue: try await source.catalogue())
      } catch let problem as CatalogueSource.Problem {
        writer.refuse(.unreadableSource(problem), source: name)
        return ([], writer.report.diagnostics)
      }
    }
    let adoptions = try OwnAdoption.all(in: source, declared)
    let comparison = Comparison(
      writer: writer, known: Self.paths(of: adoptions), terms: options.terms)
    var states: [AdoptionState] = []
    var found: [String: Site?] = [:]
    for own in adoptions {
      if let named {
        let sheet = named.sheet(at: own.origin.url)
        // This sheet was adopted from another site.
        guard sheet != nil || own.origin.url.hasPrefix(named.catalogue.baseURL ?? "\0") else {
          continue
        }
        states.append(await state(of: own, sheet, in: named, comparison))
      } else {
        states.append(try await state(of: own, comparison, &found))
      }
    }
    return (states, [])
  }

  /// A site that sheets were adopted from.
  private struct Site {
    let source: CatalogueSource
    let catalogue: ForeignCatalogue

    func sheet(at address: String) -> ForeignSheet? {
      catalogue.sheets.first { catalogue.whole($0.url) == address }
    }
  }

  /// Compares with what a catalogue tells.
  private func state(
    of own: OwnAdoption, _ sheet: ForeignSheet?, in site: Site, _ comparison: Comparison
  ) async -> AdoptionState {
    let declared = comparison.writer.declared
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
      let original = comparison.original(bytes, own, sheet, in: site.catalogue)
      return state(of: own, original, terms: terms, declared)
    } catch {
      return state(of: own, .unread(error.message), terms: terms, declared)
    }
  }

  /// Compares with what is published at the address of the original, and reads its terms in the catalogue
  /// of its site.
  private func state(
    of own: OwnAdoption, _ comparison: Comparison, _ found: inout [String: Site?]
  ) async throws -> AdoptionState {
    let declared = comparison.writer.declared
    let address = own.origin.url + (own.origin.url.hasSuffix("/") ? "" : "/") + "index.md"
    let bytes: [UInt8]
    do {
      bytes = try await WebFile(name: "Archipel", atMost: Self.largestSource).bytes(of: address)
    } catch {
      return state(
        of: own, .unread(CatalogueSource.Problem(error, address).message), terms: nil, declared)
    }
    let site = try await self.site(of: own.origin.url, &found)
    let sheet = site?.sheet(at: own.origin.url)
    let original = comparison.original(bytes, own, sheet, in: site?.catalogue)
    return state(
      of: own, original, terms: sheet.flatMap { $0.licence ?? site?.catalogue.licence }, declared)
  }

  /// How deep below its host a site is looked for.
  private static let greatestDepth = 4

  /// Finds the site whose catalogue tells of a page: at its host, or in a folder above the page.
  private func site(of page: String, _ found: inout [String: Site?]) async throws -> Site? {
    let parts = page.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // `https:`, nothing, the host.
    guard parts.count > 3 else { return nil }
    for depth in 3...min(parts.count, 3 + Self.greatestDepth) {
      let folder = parts.prefix(depth).joined(separator: "/") + "/"
      guard folder.count < page.count || depth == 3 else { break }
      if found[folder] == nil {
        do {
          let source = try await CatalogueSource.open(folder)
          found[folder] = .some(Site(source: source, catalogue: try await source.catalogue()))
        } catch is CatalogueSource.Problem {
          found[folder] = .some(nil)
        }
      }
      if let site = found[folder] ?? nil, site.sheet(at: page) != nil { return site }
    }
    return nil
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
