import Authoring
import ContentModel
import Desk
import Diagnostics
import SiteFiles
import SiteLoading
import TextEncoding

/// Brings what people have written elsewhere into a site, as sheets.
public struct Importer {
  /// What its user asks for.
  public struct Options: Sendable {
    /// The type of the sheets; pages when it is left out.
    public var type: String?
    /// The title of the sheet, in the place of the one that the file gives.
    public var title: String?
    /// The folder below the content folder; that of the type when it is left out.
    public var folder: String?

    /// Creates options.
    public init(type: String? = nil, title: String? = nil, folder: String? = nil) {
      self.type = type
      self.title = title
      self.folder = folder
    }
  }

  private let source: String
  private let options: Options

  /// Creates an importer for a source folder.
  public init(source: String, options: Options) {
    self.source = source
    self.options = options
  }

  /// Imports files and folders, in their order.
  ///
  /// - Returns: What was written, and what was not understood; a file that cannot be imported is
  ///   among the
  ///   diagnostics, as an error.
  /// - Throws: ``EnvironmentFailure`` when a program that a format needs is not there, or the site
  ///   cannot be read.
  public func run(_ paths: [String]) async throws -> ImportReport {
    var report = ImportReport()
    let declared = try ContentDeclarations(source: source, reporting: &report.diagnostics)
    guard !report.hasErrors else { return report }
    report.diagnostics = []
    guard let type = type(declared, reporting: &report.diagnostics) else { return report }
    let folder = options.folder.map { folder in
      folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
    var writer = SheetWriter(source: source, declared)
    for path in paths {
      if DiskFile.isFolder(path) {
        let into = folder ?? options.type.flatMap { _ in type.folder } ?? Self.name(ofFolder: path)
        try FolderImport(
          source: path, into: into, type: type, findsFields: options.type != nil
        ).run(&writer)
        continue
      }
      let place = SheetWriter.Place(
        type: type, folder: folder ?? type.folder.flatMap { $0.hasPrefix("_") ? nil : $0 } ?? "",
        findsFields: options.type != nil, isDraft: true)
      for var text in try await texts(path, &writer) {
        if let title = options.title { text.title = title }
        writer.write(text, at: place)
      }
    }
    return writer.report
  }

  private func type(
    _ declared: ContentDeclarations, reporting diagnostics: inout [Diagnostic]
  ) -> ContentType? {
    guard let name = options.type else {
      let own = options.folder.flatMap { folder in
        declared.types.values.first { $0.folder != nil && $0.folder == folder }
      }
      return own ?? declared.types[ContentType.page.id] ?? .page
    }
    if let type = declared.types[name] { return type }
    diagnostics.append(.noSuchType(name, known: declared.types.keys.sorted()))
    return nil
  }

  private static func name(ofFolder path: String) -> String {
    let real = DiskFile.realPath(path) ?? path
    return Slug.make(from: real.split(separator: "/").last.map(String.init) ?? "import")
  }

  /// Reads the texts of a file.
  private func texts(_ path: String, _ writer: inout SheetWriter) async throws -> [ImportedText] {
    guard let size = DiskFile.size(path) else {
      throw EnvironmentFailure(
        fr: "« \(path) » n’existe pas, ou n’est pas un fichier",
        en: "“\(path)” does not exist, or is no file")
    }
    guard size <= UploadedFile.largestSize else {
      writer.refuse(
        .unreadable(
          LocalizedText(
            fr: "ce fichier dépasse 64 Mo : allégez ses images",
            en: "this file is longer than 64 MB: make its pictures lighter")), source: path)
      return []
    }
    let bytes = try DiskFile.contents(of: path)
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let base = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let format = DocumentFormat(ofFileNamed: name) {
      return try await document(bytes, format, path, base, &writer)
    }
    switch name.split(separator: ".").last?.lowercased() {
    case "zip": return try await archive(bytes, path, &writer)
    case "csv", "tsv": return table(bytes, path, &writer)
    case "md", "markdown", "txt", "wiki", "yeswiki":
      return markdown(bytes, name, path, base, &writer)
    default:
      writer.refuse(.unsupportedFile(name), source: path)
      return []
    }
  }

  private func table(
    _ bytes: [UInt8], _ path: String, _ writer: inout SheetWriter
  ) -> [ImportedText] {
    let table: CSVSheets
    do {
      table = try CSVSheets(bytes, source: path)
    } catch {
      writer.refuse(.unreadable(LocalizedText(verbatim: error.description)), source: path)
      return []
    }
    for text in table.texts where text.title == nil {
      for note in text.notes { writer.refuse(note, source: path) }
    }
    return table.texts.filter { $0.title != nil }
  }

  private func markdown(
    _ bytes: [UInt8], _ name: String, _ path: String, _ base: String, _ writer: inout SheetWriter
  ) -> [ImportedText] {
    var bytes = bytes
    if !SourceName.isSheet(name) {
      let text = Windows1252.text(of: bytes)
      bytes = Array((YesWikiText.isWritten(in: text) ? YesWikiText.markdown(of: text) : text).utf8)
    }
    guard let document = MarkdownDocument(bytes, isNotion: NotionName.isOne(name)) else {
      writer.refuse(.noText, source: path)
      return []
    }
    return [
      ImportedText(
        source: path, title: document.title, values: document.values, body: document.body,
        unreadHead: document.unreadHead, notes: document.notes,
        pictures: PictureSource(folder: base, extracted: nil))
    ]
  }

  private func document(
    _ bytes: [UInt8], _ format: DocumentFormat, _ path: String, _ base: String?,
    _ writer: inout SheetWriter
  ) async throws -> [ImportedText] {
    let work = try WorkFolder()
    switch try await DocumentConverter(work: work).convert(bytes, format) {
    case .failure(let refusal):
      writer.refuse(.unreadable(refusal.message), source: path)
      return []
    case .success(let converted):
      var lines = MarkdownLines(converted.markdown)
      let heading = converted.title == nil ? lines.takeTitle() : nil
      lines.makeRoomForTitle()
      return [
        ImportedText(
          source: path, title: converted.title ?? heading, body: lines.text, notes: converted.notes,
          pictures: PictureSource(folder: format.isArchive ? nil : base, extracted: work))
      ]
    }
  }

  /// A page of Google Docs with its pictures, or a folder of Markdown in an archive.
  private func archive(
    _ bytes: [UInt8], _ path: String, _ writer: inout SheetWriter
  ) async throws -> [ImportedText] {
    let work = try WorkFolder()
    switch try await Archive.unpack(bytes, in: work, as: "archive") {
    case .failure(let refusal):
      writer.refuse(.unreadable(refusal.message), source: path)
      return []
    case .success(let archive):
      var texts: [ImportedText] = []
      for entry in archive.paths {
        let name = entry.split(separator: "/").last.map(String.init) ?? entry
        let isPage = DocumentFormat(ofFileNamed: name) != nil || SourceName.isSheet(name)
        guard isPage, let entryPath = ContentPath(entry, content: ""),
          let bytes = try? ContentFiles(source: work.path + "/archive").read(
            entryPath, atMost: UploadedFile.largestSize)
        else { continue }
        let folder = ([work.path, "archive"] + entryPath.parts.dropLast()).joined(separator: "/")
        let label = path + " › " + entry
        let found: [ImportedText] =
          if let format = DocumentFormat(ofFileNamed: name) {
            try await document(bytes, format, label, folder, &writer)
          } else {
            markdown(bytes, name, label, folder, &writer)
          }
        texts += found.map { text in
          var text = text
          text.pictures.archive = work
          return text
        }
      }
      if texts.isEmpty {
        writer.refuse(
          .unreadable(
            LocalizedText(
              fr: "cette archive ne contient aucune page (.html, .md, .docx, .odt)",
              en: "this archive holds no page (.html, .md, .docx, .odt)")), source: path)
      }
      return texts
    }
  }
}
