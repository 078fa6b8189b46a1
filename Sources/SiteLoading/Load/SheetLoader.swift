import ByteCoding
import ContentModel
import Crypto
import Diagnostics
import Glibc
import SiteFiles
import TextEncoding

/// Reads the sheets of a source folder.
struct SheetLoader {
  package let reader: SheetReader
  package let siteLanguage: String
  /// The languages that folders of the content are for.
  let languages: [String]
  package let workers: Workers
  /// The sheets as they were read before, against the same declarations.
  package let memory: (any SheetCache)?
  /// What the disk said of each file of the folder, when it has been asked already.
  package let metadata: [FileMetadata?]?
  /// The sheets that the rows of data files give.
  let rows: [SourceFolder.File]
  /// Whether a sheet is not published.
  let isHeldBack: @Sendable (Sheet) -> Bool

  /// Reads the originals, then the translations, which take what they leave out from them.
  ///
  /// - Returns: Every file that was read, the originals by id, then the translations; and what the
  ///   disk said of each file of the folder as it was read, nothing for one that was not.
  package func load(
    _ folder: SourceFolder, reporting diagnostics: inout [Diagnostic]
  ) async throws -> ([SheetRecord], [FileMetadata?]) {
    let sheets = folder.sheets + rows
    let names = SheetName.all(
      in: sheets.map(\.contentPath), languages: languages, readsDays: folder.isPlain)
    var problems: [Diagnostic] = []
    var versions = SheetTranslations(
      names, paths: sheets.map(\.path), siteLanguage: siteLanguage,
      keepsFirst: folder.isPlain, reporting: &problems)
    diagnostics += folder.isPlain ? problems.map(\.atMostWarning) : problems
    diagnostics +=
      LanguageFolders(folder.sheets)
      .diagnostics(languages: languages, siteLanguage: siteLanguage)
    var metadataRead = [FileMetadata?](repeating: nil, count: folder.sheets.count)
    func read(_ files: [(file: Int, original: SheetRecord?)]) async throws -> [SheetRecord] {
      let records = try await workers.map(files.count) { index in
        let (file, original) = files[index]
        return try record(
          of: sheets[file], names[file], translating: original, isPlain: folder.isPlain,
          metadata: fileMetadata(of: file, in: sheets))
      }
      for ((file, _), record) in zip(files, records) where metadataRead.indices.contains(file) {
        metadataRead[file] = record.metadata
      }
      return records
    }
    let originals = versions.originals
    let home = try await takingHome(
      read(originals.map { ($0, nil) }), isPlain: folder.isPlain, reporting: &diagnostics)
    var byFile = Dictionary(uniqueKeysWithValues: zip(originals, home))
    // Other tools, whose languages are folders, publish each language by itself.
    while folder.isPlain {
      let added = versions.replaceOriginals(
        { byFile[$0]?.sheet.map(isHeldBack) ?? false },
        byTranslations: { !names[$0].endsInLanguage(sheets[$0].contentPath) })
      if added.isEmpty { break }
      byFile.merge(zip(added, try await read(added.map { ($0, nil) }))) { _, new in new }
    }
    let sorted = versions.originals.compactMap { byFile[$0] }.sorted {
      $0.name.id.utf8.lexicographicallyPrecedes($1.name.id.utf8)
    }
    guard !versions.translations.isEmpty else { return (sorted, metadataRead) }
    // An original that cannot be read has been reported, and so are its translations with it.
    let translations = try await read(
      versions.translations.compactMap { translation in
        byFile[translation.original].flatMap { original in
          original.sheet.map { _ in (translation.file, original) }
        }
      })
    return (sorted + translations, metadataRead)
  }

  /// Returns what the disk says of a file; nil for a row, whose text tells whether it has changed.
  private func fileMetadata(of file: Int, in sheets: [SourceFolder.File]) -> FileMetadata? {
    if sheets[file].row != nil { return nil }
    return metadata.map { $0[file] } ?? FileMetadata.ofSource(sheets[file].diskPath)
  }

  /// Gives a site without a home page the sheet that Docusaurus publishes there, with `slug: /`, or that
  /// wikis do, `Home.md`.
  private func takingHome(
    _ records: [SheetRecord], isPlain: Bool, reporting diagnostics: inout [Diagnostic]
  ) throws -> [SheetRecord] {
    func claim(_ record: SheetRecord) -> Sheet.Alias? {
      record.sheet?.aliases.first { $0.isOfOtherTool && $0.path.isEmpty }
    }
    var claims = records.indices.filter {
      claim(records[$0]) != nil && !records[$0].name.id.isEmpty
    }
    if claims.isEmpty, isPlain {
      claims = records.indices.filter { records[$0].name.id.lowercased() == "home" }
    }
    let hasHome = records.contains { $0.name.id.isEmpty && $0.sheet != nil }
    var records = records
    for (place, index) in claims.enumerated() {
      let record = records[index]
      if !hasHome, place == 0 {
        records[index] = try self.record(
          of: record.file, SheetName(path: "index.md"), translating: nil, isPlain: isPlain,
          metadata: record.metadata)
      } else if let claim = claim(record) {
        diagnostics.append(.otherHome(at: claim.location))
      }
    }
    return records
  }

  /// Returns what a file holds: what it held before when it has not changed.
  private func record(
    of file: SourceFolder.File, _ name: SheetName, translating original: SheetRecord?,
    isPlain: Bool, metadata: FileMetadata?
  ) throws -> SheetRecord {
    let known = memory?.record(of: file, name, translating: original, reader)
    if let known, let metadata, known.metadata == metadata { return known.recalled(metadata) }
    let read: (bytes: [UInt8], metadata: FileMetadata?)
    do {
      read = try file.textWithMetadata()
    } catch {
      if error.isOfTheEnvironment { throw EnvironmentFailure.unreadableFile(error) }
      return SheetRecord(
        file: file, name: name, metadata: nil, digest: "", head: 0, sheet: nil,
        original: original?.sheet,
        diagnostics: [
          // A file that is not read for its size is left out of what nobody has made a site of.
          isPlain && error.code == EFBIG ? file.problem(error).atMostWarning : file.problem(error)
        ])
    }
    let (bytes, metadata) = read
    let digest = SHA256.hash(data: bytes).hexadecimal
    if let known, known.digest == digest { return known.recalled(metadata) }
    var found: [Diagnostic] = []
    let sheet = reader.read(
      path: file.path, name: name, bytes: bytes, translating: original?.sheet,
      keepsText: isPlain, reporting: &found)
    return SheetRecord(
      file: file, name: name, metadata: metadata, digest: digest,
      head: sheet.map { StableHash.head(of: $0, in: bytes) } ?? 0, sheet: sheet,
      original: original?.sheet,
      diagnostics: (isPlain ? found.map(\.atMostWarning) : found).bounded())
  }
}

extension Diagnostic {
  /// A sheet that asks for the address of the home page, which another one has.
  fileprivate static func otherHome(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "sheet.home", at: location,
      LocalizedText(
        fr: "la page d’accueil est une autre fiche : celle-ci garde l’adresse de son fichier",
        en: "the home page is another sheet: this one keeps the address of its file"),
      expected: LocalizedText(
        fr: "un seul « slug: / », et pas de « index.md » à la racine",
        en: "one “slug: /”, and no “index.md” at the root"))
  }

  /// The finding as it is in a folder that nobody has made a site of: it prevents nothing.
  fileprivate var atMostWarning: Diagnostic { severity == .error ? withSeverity(.warning) : self }
}
