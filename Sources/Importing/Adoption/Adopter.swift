import ContentModel
import Crypto
import Desk
import Diagnostics
import SiteFiles
import SiteLoading
import TextEncoding

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

  /// What the sources of the sheets of one run may hold together, in bytes.
  private static let largestSources = 256 << 20

  /// The longest text that is included, in bytes, and how many may be in one another.
  private static let (largestIncluded, greatestDepth) = (1 << 20, 10)

  let source: String
  let options: Options

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
    let known = try Self.paths(of: OwnAdoption.all(in: source, declared))
    // Links lead only to sheets that are written: which ones are is decided first.
    var decided: [Decided] = []
    var sources = 0
    for sheet in chosen {
      if let path = catalogue.whole(sheet.url).flatMap({ known[$0] }) {
        writer.refuse(.adoptedBefore(sheet.title, path), source: name)
        continue
      }
      do {
        guard
          let found = try await decide(
            sheet, of: catalogue, from: site, name, beside: Set(decided.map(\.path)), &writer)
        else { continue }
        sources += found.length
        guard sources <= Self.largestSources else {
          writer.refuse(.tooManySources(Self.largestSources >> 20), source: name)
          break
        }
        decided.append(found)
      } catch let problem as CatalogueSource.Problem {
        writer.refuse(.unreadableSource(problem), source: name)
      }
    }
    var paths = Self.paths(in: catalogue, known, declared)
    for sheet in decided { paths[sheet.sheet.id] = sheet.path }
    for sheet in decided {
      try await write(sheet, of: catalogue, from: site, paths, named: name, &writer)
    }
    return writer.report
  }

  /// The files of the sheets that were adopted, by the addresses of their originals.
  static func paths(of adoptions: [OwnAdoption]) -> [String: String] {
    Dictionary(adoptions.map { ($0.origin.url, $0.path) }, uniquingKeysWith: { _, last in last })
  }

  /// The paths below the content folder of the sheets of another site that are here, by their ids there.
  static func paths(
    in catalogue: ForeignCatalogue, _ known: [String: String], _ declared: ContentDeclarations
  ) -> [String: String] {
    let start = declared.contentFolder.isEmpty ? 0 : declared.contentFolder.count + 1
    var paths: [String: String] = [:]
    for (id, url) in catalogue.sheets.map({ ($0.id, $0.url) })
      + catalogue.links.map({ ($0.id, $0.url) })
    {
      guard let path = catalogue.whole(url).flatMap({ known[$0] }) else { continue }
      paths[id] = String(path.dropFirst(start))
    }
    return paths
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

  func type(of sheet: ForeignSheet, _ declared: ContentDeclarations) -> ContentType {
    declared.types[sheet.type] ?? declared.types[ContentType.page.id] ?? .page
  }

  /// A sheet that nothing keeps from being written, and what it is written from.
  private struct Decided {
    let sheet: ForeignSheet
    let licence: Licence
    let document: AdoptedDocument
    /// How long its source is, in bytes.
    let length: Int
    let place: SheetWriter.Place
    let name: String

    /// Its path below the content folder.
    var path: String { Adopter.path(ofSheet: name, in: place.folder) }
  }

  /// Reads a sheet that may be written here; says why it may not otherwise, and returns nil.
  ///
  /// - Parameter taken: The paths below the content folder of the sheets that are to be written.
  private func decide(
    _ sheet: ForeignSheet, of catalogue: ForeignCatalogue, from site: CatalogueSource,
    _ source: String, beside taken: Set<String>, _ writer: inout SheetWriter
  ) async throws -> Decided? {
    func refuse(_ note: ImportNote) -> Decided? {
      writer.refuse(note, source: source)
      return nil
    }
    guard let address = sheet.source else { return refuse(.unpublishedSource(sheet.title)) }
    let terms = sheet.licence ?? catalogue.licence
    guard let licence = terms.flatMap({ Licence(meantBy: $0) }) else {
      return refuse(.unknownTerms(sheet.title, terms))
    }
    if let own = writer.declared.configuration.licence,
      let rule = licence.rule(againstCollectingIn: own)
    {
      return refuse(.clash(sheet.title, licence, own, rule))
    }
    let bytes = try await site.read(catalogue.relative(address), atMost: Self.largestSource)
    if let digest = sheet.digest, Self.digest(of: bytes) != digest.lowercased() {
      return refuse(.otherDigest(sheet.title))
    }
    guard let document = AdoptedDocument(bytes) else { return refuse(.notText(sheet.title)) }
    let (folder, usual) = place(of: sheet, writer.declared)
    let name = self.name(of: sheet, in: folder, usually: usual, beside: taken, writer)
    guard !taken.contains(Self.path(ofSheet: name, in: folder)) else {
      return refuse(.pathTaken(writer.path(ofSheet: name, in: folder)))
    }
    if let note = writer.obstacle(folder: folder, name: name) { return refuse(note) }
    return Decided(
      sheet: sheet, licence: licence, document: document, length: bytes.count,
      place: SheetWriter.Place(
        type: type(of: sheet, writer.declared), folder: folder, name: name,
        waitsWhereIncomplete: true), name: name)
  }

  /// Writes a sheet with its pictures.
  private func write(
    _ sheet: Decided, of catalogue: ForeignCatalogue, from site: CatalogueSource,
    _ paths: [String: String], named source: String, _ writer: inout SheetWriter
  ) async throws {
    let folder = sheet.place.folder
    let start = SheetAdaptation(
      sheet.sheet, of: catalogue, as: sheet.place.type, writer.declared.vocabularies,
      terms: options.terms, paths: paths, prefix: sheet.name,
      siteLanguage: writer.declared.configuration.language)
    var read = start
    var (text, adaptation) = sheet.document.adapted(read, credited: sheet.licence)
    // A text that is included may include others.
    for _ in 0..<Self.greatestDepth {
      let new = adaptation.texts.filter {
        read.includedTexts[$0.published] == nil && read.missing[$0.published] == nil
      }
      guard !new.isEmpty else { break }
      for text in new { await self.read(text, into: &read, of: catalogue, from: site) }
      (text, adaptation) = sheet.document.adapted(read, credited: sheet.licence)
    }
    for text in adaptation.texts {
      read.names[text.published] = writer.freeName(
        text.name, in: folder, for: Array(text.text.utf8), beside: Array(read.names.values))
    }
    // A file has its name here once it is read: another file may bear the name that it had.
    var files: [(name: String, bytes: [UInt8])] = []
    for file in adaptation.files {
      do {
        let bytes = try await site.read(catalogue.relative(file.published))
        _ = try UploadedFile(named: file.name, bytes: bytes)
        let name = writer.freeName(file.name, in: folder, for: bytes, beside: files.map(\.name))
        files.append((name, bytes))
        read.names[file.published] = name
      } catch let refusal as UploadedFile.Refusal {
        read.missing[file.published] = refusal.message
      } catch let problem as CatalogueSource.Problem {
        read.missing[file.published] = problem.message
      }
    }
    if !adaptation.files.isEmpty || !adaptation.texts.isEmpty {
      (text, adaptation) = sheet.document.adapted(read, credited: sheet.licence)
    }
    text.source = catalogue.whole(sheet.sheet.url) ?? source
    text.notes += adaptation.notes
    for file in files {
      let path = [writer.declared.contentFolder, folder, file.name].filter { !$0.isEmpty }
      writer.copy(file.bytes, to: path.joined(separator: "/"), from: text.source)
    }
    for included in adaptation.texts where read.includedTexts[included.published] != nil {
      let path = [writer.declared.contentFolder, folder, included.name].filter { !$0.isEmpty }
      writer.create(included.text, at: path.joined(separator: "/"), from: text.source)
    }
    writer.write(text, at: sheet.place)
  }

  /// Reads a text that a sheet includes.
  private func read(
    _ text: SheetAdaptation.IncludedText, into adaptation: inout SheetAdaptation,
    of catalogue: ForeignCatalogue, from site: CatalogueSource
  ) async {
    do {
      let bytes = try await site.read(
        catalogue.relative(text.published), atMost: Self.largestIncluded)
      adaptation.includedTexts[text.published] = String(validating: bytes, as: UTF8.self)
      if adaptation.includedTexts[text.published] == nil {
        adaptation.missing[text.published] = LocalizedText(fr: "", en: "")
      }
    } catch {
      adaptation.missing[text.published] = error.message
    }
  }

  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).hexadecimal
  }
}
