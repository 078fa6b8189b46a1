import ContentModel
import Crypto
import Desk
import Diagnostics
import SiteFiles
import SiteLoading
import TextEncoding
import YAMLParsing

/// Takes sheets of another site into this one, with their pictures, their credits, their terms, and the
/// address that they come from.
public struct Adopter {
  /// What its user asks for.
  public struct Options: Sendable {
    /// The folder below the content folder; that of the type when it is left out.
    public var folder: String?
    /// The terms of this site that stand in for those of the other, by `field:term`.
    public var terms: [String: String]

    /// Creates options.
    public init(folder: String? = nil, terms: [String: String] = [:]) {
      self.folder = folder
      self.terms = terms
    }
  }

  /// The longest source of a sheet, in bytes.
  static let largestSource = OpenedSheet.largestSize

  let source: String
  private let options: Options

  /// Creates an adopter for a source folder.
  public init(source: String, options: Options = Options()) {
    self.source = source
    self.options = options
  }

  /// Adopts sheets: those that are named, by id or by title, or all that publish their source.
  ///
  /// - Parameter name: A published site: its folder, an archive of it, or its address.
  /// - Returns: What was written; what could not be is among the diagnostics, as an error.
  /// - Throws: ``EnvironmentFailure`` when this site cannot be read.
  public func run(from name: String, sheets names: [String]) async throws -> ImportReport {
    var report = ImportReport()
    let declared = try ContentDeclarations(source: source, reporting: &report.diagnostics)
    guard !report.hasErrors else { return report }
    var writer = SheetWriter(source: source, declared)
    let site: CatalogueSource
    let catalogue: ForeignCatalogue
    do {
      site = try await CatalogueSource.open(name)
      catalogue = try await site.catalogue()
    } catch let problem as CatalogueSource.Problem {
      writer.refuse(.unreadableSource(problem), source: name)
      return writer.report
    }
    if catalogue.baseURL == nil {
      writer.refuse(.unknownAddress(catalogue.title), source: name)
    }
    let chosen = self.chosen(names, in: catalogue, name, &writer)
    var known: [String: String] = [:]
    for own in try OwnAdoption.all(in: source, declared) { known[own.origin.url] = own.path }
    let start = declared.contentFolder.isEmpty ? 0 : declared.contentFolder.count + 1
    var paths: [String: String] = [:]
    for sheet in catalogue.sheets {
      guard let path = catalogue.whole(sheet.url).flatMap({ known[$0] }) else { continue }
      paths[sheet.id] = String(path.dropFirst(start))
    }
    for sheet in chosen where paths[sheet.id] == nil {
      let (folder, name) = place(of: sheet, declared)
      paths[sheet.id] = [folder, name + ".md"].filter { !$0.isEmpty }.joined(separator: "/")
    }
    for sheet in chosen {
      if let path = catalogue.whole(sheet.url).flatMap({ known[$0] }) {
        writer.refuse(.adoptedBefore(sheet.title, path), source: name)
        continue
      }
      do {
        try await adopt(sheet, of: catalogue, from: site, named: name, paths, &writer)
      } catch let problem as CatalogueSource.Problem {
        writer.refuse(.unreadableSource(problem), source: name)
      }
    }
    return writer.report
  }

  private func chosen(
    _ names: [String], in catalogue: ForeignCatalogue, _ source: String,
    _ writer: inout SheetWriter
  ) -> [ForeignSheet] {
    if names.isEmpty {
      let published = catalogue.sheets.filter { $0.source != nil }
      if published.isEmpty { writer.refuse(.nothingToAdopt(catalogue.title), source: source) }
      return published
    }
    var sheets: [ForeignSheet] = []
    for name in names {
      guard let sheet = catalogue.sheet(named: name) else {
        let near = NearMiss.closest(
          to: Slug.make(from: name),
          among: catalogue.sheets.map { String($0.id.split(separator: "/").last ?? "") })
        writer.refuse(.noSuchSheet(name, near: near), source: source)
        continue
      }
      if !sheets.contains(where: { $0.id == sheet.id }) { sheets.append(sheet) }
    }
    return sheets
  }

  /// Where a sheet goes: the folder below the content folder, and the name of its file.
  private func place(
    of sheet: ForeignSheet, _ declared: ContentDeclarations
  ) -> (folder: String, name: String) {
    let parts = sheet.id.split(separator: "/").map { Slug.make(from: String($0)) }
      .filter { !$0.isEmpty }
    let own = type(of: sheet, declared).folder.flatMap { $0.hasPrefix("_") ? nil : $0 }
    let folder = options.folder.map { folder in
      folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
    let name = parts.last ?? ""
    return (
      folder ?? own ?? parts.dropLast().joined(separator: "/"),
      name.isEmpty || name == "index" ? Slug.make(from: sheet.title) : name
    )
  }

  private func type(of sheet: ForeignSheet, _ declared: ContentDeclarations) -> ContentType {
    declared.types[sheet.type] ?? declared.types[ContentType.page.id] ?? .page
  }

  /// Writes a sheet, or says why it is not.
  private func adopt(
    _ sheet: ForeignSheet, of catalogue: ForeignCatalogue, from site: CatalogueSource,
    named source: String, _ paths: [String: String], _ writer: inout SheetWriter
  ) async throws {
    guard let address = sheet.source else {
      return writer.refuse(.unpublishedSource(sheet.title), source: source)
    }
    let terms = sheet.licence ?? catalogue.licence
    guard let licence = terms.flatMap({ Licence(meantBy: $0) }) else {
      return writer.refuse(.unknownTerms(sheet.title, terms), source: source)
    }
    if let own = writer.declared.configuration.licence,
      let rule = licence.rule(againstCollectingIn: own)
    {
      return writer.refuse(.clash(sheet.title, licence, own, rule), source: source)
    }
    let bytes = try await site.read(catalogue.relative(address), atMost: Self.largestSource)
    if let digest = sheet.digest, Self.digest(of: bytes) != digest.lowercased() {
      return writer.refuse(.otherDigest(sheet.title), source: source)
    }
    let (folder, name) = place(of: sheet, writer.declared)
    let type = type(of: sheet, writer.declared)
    guard !writer.isTaken(folder: folder, name: name) else {
      let parts = [writer.declared.contentFolder, folder, name + ".md"]
      let path = parts.filter { !$0.isEmpty }.joined(separator: "/")
      return writer.refuse(.pathTaken(path), source: source)
    }
    let document = AdoptedDocument(bytes)
    let start = SheetAdaptation(
      sheet, of: catalogue, as: type, writer.declared.vocabularies, terms: options.terms,
      paths: paths, prefix: name, siteLanguage: writer.declared.configuration.language)
    var (text, adaptation) = document.adapted(start, credited: licence)
    var files: [(name: String, bytes: [UInt8])] = []
    var missing: Set<String> = []
    for file in adaptation.files {
      do {
        files.append((file.name, try await site.read(catalogue.relative(file.published))))
      } catch {
        missing.insert(file.published)
      }
    }
    if !missing.isEmpty {
      var start = start
      start.missing = missing
      (text, adaptation) = document.adapted(start, credited: licence)
    }
    text.source = catalogue.whole(sheet.url) ?? source
    text.notes = adaptation.notes
    for file in files {
      let path = [writer.declared.contentFolder, folder, file.name].filter { !$0.isEmpty }
      writer.copy(file.bytes, to: path.joined(separator: "/"), from: text.source)
    }
    writer.write(
      text,
      at: SheetWriter.Place(type: type, folder: folder, name: name, waitsWhereIncomplete: true))
  }

  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).hexadecimal
  }
}
