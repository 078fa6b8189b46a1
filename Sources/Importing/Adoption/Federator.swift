public import Calendars
import ContentModel
import Desk
public import Diagnostics
import SiteFiles
import SiteLoading
import TextEncoding

/// Reads the catalogues of the labs that a site names, and keeps a copy of each in its source, which builds
/// read.
public struct Federator {
  /// What became of one lab.
  public struct Outcome: Sendable {
    /// How its catalogue was read.
    public enum Reading: Sendable {
      /// It is what the copy was.
      case same
      /// It was written: the titles of the sheets that are new, that have changed, that are gone.
      case written(added: [String], changed: [String], removed: [String])
      /// It could not be read, or was refused; nil where the day of the copy is not known.
      case unread(LocalizedText, copyOf: CalendarDate?, since: CalendarDate?)
    }

    /// The name of the lab.
    public let name: String
    /// The digest of the copy; nil when there is none.
    public let digest: String?
    /// What became of it.
    public let reading: Reading
    /// How many sheets the copy tells of, and how many of its entries are left out.
    public let counts: (sheets: Int, leftOut: Int)
  }

  private let source: String
  private let today: CalendarDate
  private let workers = Workers(count: 2)

  /// Creates a reader of the catalogues that a source folder names.
  public init(source: String, today: CalendarDate) {
    self.source = source
    self.today = today
  }

  /// Reads the catalogues of some labs, or of all.
  ///
  /// - Parameter names: The labs, by their names.
  /// - Returns: What became of each, and what is wrong with the configuration or the names.
  /// - Throws: ``EnvironmentFailure`` when this site cannot be read or written.
  public func run(
    _ names: [String] = []
  ) async throws -> (outcomes: [Outcome], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let declared = try ContentDeclarations(source: source, reporting: &diagnostics)
    let sites = declared.configuration.federation
    let wanted = Set(names.map { Slug.make(from: $0) })
    for name in names where !sites.contains(where: { $0.id == Slug.make(from: name) }) {
      diagnostics.append(.unknownLab(name, known: sites.map(\.name)))
    }
    if sites.isEmpty, names.isEmpty { diagnostics.append(.noFederation()) }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return ([], diagnostics) }
    let copies = Copies(source: source, content: declared.contentFolder)
    var log = FederationLog(copies.read(FederationLog.path) ?? [])
    let before = log
    var outcomes: [Outcome] = []
    for site in sites where wanted.isEmpty || wanted.contains(site.id) {
      outcomes.append(try await read(site, copies, &log))
    }
    if log != before || copies.read(FederationLog.path) == nil {
      try copies.write(log.encoded, to: FederationLog.path)
    }
    return (outcomes, diagnostics)
  }

  private func read(
    _ site: FederatedSite, _ copies: Copies, _ log: inout FederationLog
  ) async throws -> Outcome {
    let copy = copies.read(site.copy)
    var entry = log.entries[site.id] ?? FederationLog.Entry()
    // The entry is that of another address: begin a new one.
    if entry.catalogue != site.catalogue { entry = FederationLog.Entry() }
    entry.catalogue = site.catalogue
    defer { log.entries[site.id] = entry }
    let bytes: [UInt8]
    let read: (lab: Federation.Lab, sheets: [FederatedSheet], leftOut: Int)
    do {
      bytes = try await catalogue(of: site)
      read = try await Federation.read(bytes, of: site, workers)
    } catch let problem as CatalogueSource.Problem {
      entry.silentSince = entry.silentSince ?? today
      return unread(site, problem.message, copy, entry)
    } catch let fault as CatalogueFault {
      return unread(site, fault.message, copy, entry)
    } catch let failure as EnvironmentFailure {
      // One lab's broken archive stops none of the others.
      entry.silentSince = entry.silentSince ?? today
      return unread(site, failure.message, copy, entry)
    }
    let digest = Federation.digest(of: bytes)
    entry.silentSince = nil
    entry.read = today
    entry.digest = digest
    let counts = (read.sheets.count, read.leftOut)
    if copy == bytes {
      return Outcome(name: site.name, digest: digest, reading: .same, counts: counts)
    }
    try copies.write(bytes, to: site.copy)
    var unpinned = site
    unpinned.digest = nil
    let old = try? await Federation.read(copy ?? [], of: unpinned, workers).sheets
    return Outcome(
      name: site.name, digest: digest, reading: Self.changes(from: old ?? [], to: read.sheets),
      counts: counts)
  }

  private func unread(
    _ site: FederatedSite, _ reason: LocalizedText, _ copy: [UInt8]?, _ entry: FederationLog.Entry
  ) -> Outcome {
    Outcome(
      name: site.name, digest: copy.map { Federation.digest(of: $0) },
      reading: .unread(
        reason, copyOf: copy == nil ? nil : entry.read, since: entry.silentSince),
      counts: (0, 0))
  }

  private func catalogue(of site: FederatedSite) async throws -> [UInt8] {
    let isRelative = !site.isOnTheWeb && !site.catalogue.hasPrefix("/")
    let place = try await CatalogueSource.open(
      isRelative ? source + "/" + site.catalogue : site.catalogue)
    return try await place.read(
      ForeignCatalogue.fileName, atMost: Federation.largestCatalogue)
  }

  /// Compares what two catalogues of a lab tell.
  private static func changes(
    from old: [FederatedSheet], to new: [FederatedSheet]
  ) -> Outcome.Reading {
    let known = Dictionary(old.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
    let left = Set(new.map(\.url))
    return .written(
      added: new.filter { known[$0.url] == nil }.map(\.title),
      changed: new.filter { sheet in known[sheet.url].map { $0 != sheet } ?? false }.map(\.title),
      removed: old.filter { !left.contains($0.url) }.map(\.title))
  }
}

/// The copies of the catalogues, in the content of a site.
private struct Copies {
  let source: String
  let content: String

  func read(_ path: String) -> [UInt8]? {
    place(path).flatMap {
      try? ContentFiles(source: source).read($0, atMost: Federation.largestCatalogue)
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    let files = ContentFiles(source: source)
    guard let place = place(path) else { throw Self.failure(path) }
    do {
      if try files.isTaken(place) {
        try files.replace(place, with: bytes)
      } else {
        try files.create(place, with: bytes)
      }
    } catch {
      throw Self.failure(place.text)
    }
  }

  private func place(_ path: String) -> ContentPath? {
    ContentPath(content.isEmpty ? path : content + "/" + path, content: content, isOfSite: true)
  }

  private static func failure(_ path: String) -> EnvironmentFailure {
    EnvironmentFailure(
      fr: "« \(path) » ne peut pas être écrit : ce dossier refuse, ou passe par un lien symbolique",
      en: "“\(path)” cannot be written: its folder refuses, or goes through a symbolic link")
  }
}

extension Diagnostic {
  fileprivate static func unknownLab(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "federation.unknown", at: SourceLocation(path: SourceName.configuration),
      LocalizedText(
        fr: "« federation » ne nomme pas de lab « \(name) »",
        en: "“federation” names no lab “\(name)”"),
      expected: LocalizedText(names: known))
  }

  fileprivate static func noFederation() -> Diagnostic {
    Diagnostic(
      .error, id: "federation.none", at: SourceLocation(path: SourceName.configuration),
      LocalizedText(
        fr: "le site ne nomme pas de lab : il n’a pas de « federation »",
        en: "the site names no lab: it has no “federation”"),
      expected: LocalizedText(
        fr: "« federation: [{ nom: Lab B, catalogue: https://lab-b.exemple.fr/ }] »",
        en: "“federation: [{ name: Lab B, catalogue: https://lab-b.example.org/ }]”"))
  }
}
