import ByteCoding
package import ContentModel
import Crypto
import Diagnostics
package import SiteFiles
import TextEncoding

/// The sheets of other labs, as the copies of their catalogues in the source tell of them.
///
/// A build reads these copies alone; `archipel federate` makes them.
package struct Federation: Sendable {
  /// A lab whose catalogue could be read.
  package struct Lab: Sendable, Hashable {
    /// Its name in addresses.
    package let id: String
    /// Its name, as the configuration gives it.
    package let name: String
    /// Where its site is published, with a slash at its end.
    package let url: String
    /// The terms of its site.
    package let licence: String?
  }

  /// The longest catalogue that is read, in bytes.
  package static let largestCatalogue = 192 << 20
  /// The most sheets of all labs together.
  package static let maxSheets = 200_000
  /// The most home pages, one a language, that a catalogue may hold besides.
  private static let maxHomePages = 64

  package private(set) var labs: [Lab] = []
  /// The sheets, in the order of the labs and of their catalogues.
  package private(set) var sheets: [FederatedSheet] = []
  /// Where this site is published; nil when it does not say so.
  package let address: String?
  /// The hash of the copies that were read.
  package private(set) var hash: UInt64 = 0

  /// Creates a federation of nobody.
  package init(address: String? = nil) { self.address = address }

  /// Reads the copies of the catalogues; what is wrong with one costs its own sheets.
  ///
  /// - Parameters:
  ///   - sites: The labs that the configuration names.
  ///   - files: What the source holds in the folder of the copies.
  ///   - address: Where this site is published.
  ///   - workers: Read the entries of a catalogue side by side.
  /// - Complexity: O(*n*) in the length of the catalogues; holds one at a time.
  static func load(
    _ sites: [FederatedSite], from files: [SourceFolder.File], address: String?, _ workers: Workers
  ) async -> (Federation, [Diagnostic]) {
    var federation = Federation(address: address)
    var diagnostics: [Diagnostic] = []
    guard !sites.isEmpty else { return (federation, []) }
    let byPath = Dictionary(
      files.map { ($0.contentPath, $0) }, uniquingKeysWith: { first, _ in first })
    let log = FederationLog(byPath[FederationLog.path].flatMap { try? $0.text() } ?? [])
    for site in sites {
      do {
        try await federation.add(site, byPath[site.copy], workers)
      } catch {
        diagnostics.append(.leftOutCatalogue(site, error))
        guard case .someEntries = error else { continue }
      }
      if let entry = log.entries[site.id], let since = entry.silentSince {
        diagnostics.append(.silentLab(site, since: since, read: entry.read))
      }
    }
    return (federation, diagnostics)
  }

  /// Adds the sheets of a lab.
  ///
  /// - Throws: Why all of them are left out, or some.
  private mutating func add(
    _ site: FederatedSite, _ file: SourceFolder.File?, _ workers: Workers
  ) async throws(CatalogueFault) {
    guard let file else { throw .missing }
    let bytes: [UInt8]
    do {
      bytes = try file.readWithMetadata(atMost: Self.largestCatalogue).bytes
    } catch {
      ReadFailures.note(error)
      throw .unread(error)
    }
    let read = try await Self.read(
      bytes, of: site, lab: labs.count, atMost: Self.maxSheets - sheets.count, workers)
    hash = StableHash.of { hasher in
      hasher.add(hash)
      hasher.add(site.name)
      hasher.add(bytes)
    }
    labs.append(read.lab)
    sheets += read.sheets
    if read.leftOut > 0 { throw .someEntries(read.leftOut, address: read.lab.url) }
  }

  /// Reads a catalogue, from the bytes of it that a lab gives or that are kept.
  ///
  /// - Parameters:
  ///   - lab: The place of the lab among those of the site.
  ///   - limit: The most sheets that it may hold.
  ///   - workers: Read its entries side by side.
  /// - Returns: The lab, its sheets, and how many entries are no sheet of its site.
  package static func read(
    _ bytes: [UInt8], of site: FederatedSite, lab: Int = 0, atMost limit: Int = maxSheets,
    _ workers: Workers
  ) async throws(CatalogueFault) -> (lab: Lab, sheets: [FederatedSheet], leftOut: Int) {
    if let pinned = site.digest {
      let digest = Self.digest(of: bytes)
      guard digest == pinned else { throw .otherDigest(digest) }
    }
    // The home pages of its site are entries too.
    let most = limit + maxHomePages
    guard let entries = CatalogueEntries(bytes, atMost: most) else { throw .noCatalogue }
    guard entries.count <= most else { throw .tooMany(Self.maxSheets) }
    let members = entries.members
    guard let url = ForeignCatalogue.baseURL(members), FederatedSheet.isAddress(url),
      let host = host(of: url)
    else { throw .noAddress }
    if site.isOnTheWeb, host != Self.host(of: site.catalogue) { throw .otherHost(host) }
    let licence = members.text("licence").map { FederatedSheet.plain($0, atMost: 80) }
    let parts: [[FederatedSheet?]]
    do {
      parts = try await workers.map(entries.partCount) { part in
        try entries.sheets(ofPart: part) { sheet in
          sheet.flatMap { FederatedSheet($0, lab: lab)?.placed(on: url, licence: licence) }
        }
      }
    } catch {
      throw .noCatalogue
    }
    let count = parts.reduce(0) { $0 + $1.count }
    guard count <= limit else { throw .tooMany(Self.maxSheets) }
    let sheets = parts.joined().compactMap(\.self)
    let own = Lab(id: site.id, name: site.name, url: url, licence: licence)
    return (own, sheets, count - sheets.count)
  }

  /// The digest of a catalogue, in hexadecimal.
  package static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).hexadecimal
  }

  /// The host of an address, its port included; nil where somebody is named in front of it.
  private static func host(of address: String) -> String? {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let host = parts[2].prefix { !"/?#".contains($0) }.lowercased()
    return host.isEmpty || host.contains("@") || host.contains("\\") ? nil : host
  }
}
