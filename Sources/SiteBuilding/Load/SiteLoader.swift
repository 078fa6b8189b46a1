import ContentModel
import Crypto
import Diagnostics
import SourceHistory
import Theming

/// Reads a source folder.
struct SiteLoader {
  let request: BuildRequest
  let workers: Workers
  /// Who tells the history of the folder.
  let historian: HistoryReader

  /// Reads everything that the folder holds; what is wrong is reported and left out.
  func load(reporting diagnostics: inout [Diagnostic]) async throws -> LoadedSite {
    let configuration = try configuration(reporting: &diagnostics)
    // Git is asked while the sheets are read.
    async let remembered = configuration.usesHistory ? historian.history() : (.none, nil)
    let folder = try SourceFolder(
      request.source, contentFolder: configuration.contentFolder, output: request.output,
      reporting: &diagnostics)
    let vocabularies = try vocabularies(of: folder, reporting: &diagnostics)
    let types = try types(of: folder, vocabularies, reporting: &diagnostics)
    let (data, tables) = try data(of: folder, reporting: &diagnostics)
    let theme = theme(configuration, reporting: &diagnostics)
    let read = try await sheets(
      of: folder,
      SheetReader(
        types: types, vocabularies: vocabularies, tables: tables,
        homeTitle: configuration.title, contacts: configuration.contacts,
        siteLanguage: configuration.language),
      siteLanguage: configuration.language, reporting: &diagnostics)

    var published: [Sheet] = []
    var digests: [String] = []
    var diskPaths: [String] = []
    var unpublished: [(sheet: Sheet, reason: SheetDirectory.Unpublished)] = []
    for (sheet, digest, diskPath) in read {
      // A translation is published with its original, not before it.
      if let reason = sheet.original.flatMap(reasonNotToPublish) ?? reasonNotToPublish(sheet) {
        unpublished.append((sheet, reason))
      } else {
        published.append(sheet)
        digests.append(digest)
        diskPaths.append(diskPath)
      }
    }
    let (history, problem) = await remembered
    if let problem { diagnostics.append(problem) }
    return LoadedSite(
      configuration: configuration, types: types, vocabularies: vocabularies, data: data,
      theme: theme, sheets: published, digests: digests, diskPaths: diskPaths,
      unpublished: unpublished, attachments: folder.attachments, history: history,
      contentFolder: folder.contentFolder)
  }

  /// Reads what the folder declares, and none of its sheets.
  func declarations(reporting diagnostics: inout [Diagnostic]) throws -> ContentDeclarations {
    let configuration = try configuration(reporting: &diagnostics)
    let folder = try SourceFolder(
      request.source, contentFolder: configuration.contentFolder, output: request.output,
      reporting: &diagnostics)
    let vocabularies = try vocabularies(of: folder, reporting: &diagnostics)
    return ContentDeclarations(
      configuration: configuration,
      types: try types(of: folder, vocabularies, reporting: &diagnostics),
      vocabularies: vocabularies, contentFolder: folder.contentFolder)
  }

  private func types(
    of folder: SourceFolder, _ vocabularies: [String: Vocabulary],
    reporting diagnostics: inout [Diagnostic]
  ) throws -> [String: ContentType] {
    var loader = ContentTypeLoader(vocabularies: vocabularies)
    var files: [ContentTypeLoader.File] = []
    for file in folder.types {
      let text = try Self.text(of: file, reporting: &diagnostics)
      files.append(ContentTypeLoader.File(path: file.path, name: Self.name(of: file), text: text))
    }
    return loader.load(files, reporting: &diagnostics)
  }

  private func reasonNotToPublish(_ sheet: Sheet) -> SheetDirectory.Unpublished? {
    if request.includesDrafts { return nil }
    if sheet.isDraft { return .draft }
    if let date = sheet.date, date > request.today { return .future }
    return nil
  }

  private func configuration(
    reporting diagnostics: inout [Diagnostic]
  ) throws -> SiteConfiguration {
    let path = request.source + "/archipel.yaml"
    let bytes: [UInt8]
    do {
      bytes = try DiskFile.read(path)
    } catch {
      if error.isMissing { return SiteConfiguration() }
      throw EnvironmentFailure.unreadableFile(error)
    }
    return SiteConfiguration(
      path: "archipel.yaml", text: Self.text(bytes, of: "archipel.yaml", reporting: &diagnostics),
      reporting: &diagnostics)
  }

  private func vocabularies(
    of folder: SourceFolder, reporting diagnostics: inout [Diagnostic]
  ) throws -> [String: Vocabulary] {
    var vocabularies: [String: Vocabulary] = [:]
    for file in folder.vocabularies {
      let id = Self.name(of: file)
      vocabularies[id] = Vocabulary.load(
        id: id, path: file.path, text: try Self.text(of: file, reporting: &diagnostics),
        reporting: &diagnostics)
    }
    return vocabularies
  }

  private func data(
    of folder: SourceFolder, reporting diagnostics: inout [Diagnostic]
  ) throws -> ([String: DataValue], tables: [String: DataTable]) {
    var data: [String: DataValue] = [:]
    var tables: [String: DataTable] = [:]
    for file in folder.data {
      let ending = file.path.split(separator: ".").last.map(String.init) ?? ""
      guard DataFile.extensions.contains(ending) else { continue }
      let text = try Self.text(of: file, reporting: &diagnostics)
      let name = Self.name(of: file)
      data[name] = DataFile.load(path: file.path, text: text, reporting: &diagnostics)
      if data[name] != nil { tables[name] = DataTable(path: file.path, text: text) }
    }
    return (data, tables)
  }

  /// Loads the theme: the built-in one, whose files the site may replace one by one.
  private func theme(
    _ configuration: SiteConfiguration, reporting diagnostics: inout [Diagnostic]
  ) -> Theme {
    let builtIn = SiteConfiguration().theme
    let own = "themes/\(configuration.theme)"
    let folders = [
      ThemeFolder(path: request.builtInThemes + "/" + builtIn, shownAs: "themes/\(builtIn)"),
      ThemeFolder(
        path: request.builtInThemes + "/" + configuration.theme, shownAs: own),
      ThemeFolder(path: request.source + "/" + own, shownAs: own),
    ]
    var distinct: [ThemeFolder] = []
    for folder in folders {
      let isKnown = distinct.contains {
        DiskFile.realPath($0.path) == DiskFile.realPath(folder.path)
      }
      if !isKnown, DiskFile.realPath(folder.path) != nil { distinct.append(folder) }
    }
    if !distinct.contains(where: { $0.shownAs == own }) {
      diagnostics.append(.unknownTheme(configuration.theme))
    }
    let (theme, found) = Theme.load(from: distinct)
    diagnostics += found
    return theme
  }

  /// Reads the originals, then the translations, which take what they leave out from them.
  private func sheets(
    of folder: SourceFolder, _ reader: SheetReader, siteLanguage: String,
    reporting diagnostics: inout [Diagnostic]
  ) async throws -> [ReadSheet] {
    let names = SheetName.all(in: folder.sheets.map(\.contentPath))
    let versions = SheetVersions(
      names, paths: folder.sheets.map(\.path), siteLanguage: siteLanguage,
      reporting: &diagnostics)
    func read(_ files: [(file: Int, original: Sheet?)]) async throws -> [ReadSheet?] {
      let results = try await workers.map(files.count) { index in
        let (file, original) = files[index]
        return try Self.read(folder.sheets[file], names[file], translating: original, reader)
      }
      diagnostics += results.flatMap(\.1)
      return results.map(\.0)
    }
    let originals = try await read(versions.originals.map { ($0, nil) })
    let sorted = originals.compactMap(\.self).sorted {
      $0.sheet.id.utf8.lexicographicallyPrecedes($1.sheet.id.utf8)
    }
    guard !versions.translations.isEmpty else { return sorted }
    let byFile = Dictionary(
      zip(versions.originals, originals.map(\.?.sheet)), uniquingKeysWith: { first, _ in first })
    // An original that cannot be read has been reported, and so are its translations with it.
    let translations = try await read(
      versions.translations.compactMap { translation in
        byFile[translation.original].flatMap(\.self).map { (translation.file, $0) }
      })
    return sorted + translations.compactMap(\.self)
  }

  /// A sheet with what is kept of its file.
  private typealias ReadSheet = (sheet: Sheet, digest: String, diskPath: String)

  private static func read(
    _ file: SourceFolder.File, _ name: SheetName, translating original: Sheet?,
    _ reader: SheetReader
  ) throws -> (ReadSheet?, [Diagnostic]) {
    var found: [Diagnostic] = []
    let bytes = try Self.bytes(of: file)
    let sheet = reader.read(
      path: file.path, name: name, bytes: bytes, translating: original, reporting: &found)
    let digest = SHA256.hash(data: bytes).hexadecimal
    return (sheet.map { ($0, digest, file.diskPath) }, found)
  }

  /// The name of a file without its extension.
  private static func name(of file: SourceFolder.File) -> String {
    let name = file.contentPath.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }

  private static func text(
    of file: SourceFolder.File, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> String {
    text(try bytes(of: file), of: file.path, reporting: &diagnostics)
  }

  /// Returns bytes as a text; what is not in UTF-8 is reported where it starts.
  private static func text(
    _ bytes: [UInt8], of path: String, reporting diagnostics: inout [Diagnostic]
  ) -> String {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let position = LineIndex(bytes).position(atByte: error.byteOffsets.lowerBound)
      diagnostics.append(.notUTF8(at: SourceLocation(path: path, position: position)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytes(of file: SourceFolder.File) throws(EnvironmentFailure) -> [UInt8] {
    do {
      return try DiskFile.read(file.diskPath)
    } catch {
      throw .unreadableFile(error)
    }
  }
}

extension SHA256.Digest {
  /// The digest in hexadecimal, 64 digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
