import Authoring
import ContentModel
import Desk
import Diagnostics
import SiteFiles
import SiteLoading
import TextEncoding

/// Makes sheets of the pages of a folder, in folders like theirs, and copies the files that they
/// show.
struct FolderImport {
  /// The folder, as its writer names it.
  let source: String
  /// The folder below the content folder where all of it goes.
  let into: String
  let type: ContentType
  let findsFields: Bool

  /// Reads the folder, and writes its sheets.
  func run(_ writer: inout SheetWriter) throws {
    let folder: PageFolder
    do { folder = try PageFolder(source) } catch {
      throw EnvironmentFailure.unreadableFolder(error)
    }
    for link in folder.links {
      writer.refuse(
        .leftOut(
          LocalizedText(
            fr: "« \(link) » est un lien, et n’a pas été suivi",
            en: "“\(link)” is a link, and has not been followed")), source: source)
    }
    for path in folder.others {
      writer.refuse(
        .leftOut(
          LocalizedText(
            fr: "« \(path) » n’est pas un fichier ordinaire, et n’a pas été lu",
            en: "“\(path)” is no regular file, and has not been read")), source: source)
    }
    if folder.isCut {
      writer.refuse(
        .unreadable(
          LocalizedText(
            fr: "plus de \(PageFolder.maxFiles) fichiers : le reste n’a pas été lu",
            en: "more than \(PageFolder.maxFiles) files: the rest has not been read")),
        source: source)
    }
    var pages: [Page] = []
    var targets: [String: String] = [:]
    var files: [PageFolder.File] = []
    for file in folder.files {
      guard let page = page(file, folder.menu[file.path], &writer) else {
        if SourceName.isSheet(file.path) {
          writer.refuse(.noText, source: source + "/" + file.path)
          continue
        }
        files.append(file)
        targets[file.path] = [into, file.path].filter { !$0.isEmpty }.joined(separator: "/")
        continue
      }
      pages.append(page)
      targets[file.path] = page.target
    }
    var links = FolderLinks(targets: targets, titles: pages.compactMap(\.text.title))
    for file in files { copy(file, &writer) }
    for var page in pages {
      let before = links.notes.count
      page.text.body = links.followed(in: page.text.body, ofPage: page.path)
      page.text.notes += links.notes[before...]
      let parts = page.target.split(separator: "/")
      writer.write(
        page.text,
        at: SheetWriter.Place(
          type: type, folder: parts.dropLast().joined(separator: "/"),
          name: parts.last.map { String($0.dropLast(3)) }, findsFields: findsFields))
    }
  }

  private struct Page {
    let path: String
    let target: String
    var text: ImportedText
  }

  /// Reads a page; nil for a file that holds no page.
  private func page(
    _ file: PageFolder.File, _ entry: (title: String?, rank: Int)?, _ writer: inout SheetWriter
  ) -> Page? {
    let isWiki = [".txt", ".wiki", ".yeswiki"].contains { file.path.lowercased().hasSuffix($0) }
    guard SourceName.isSheet(file.path) || isWiki,
      let bytes = try? DiskFile.read(file.root + "/" + file.path),
      bytes.count <= OpenedSheet.largestSize
    else { return nil }
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let source = self.source + "/" + file.path
    let isNotion = NotionName.isOne(name)
    var given = bytes
    if isWiki {
      given = Array(YesWikiText.markdown(of: Windows1252.text(of: bytes)).utf8)
    }
    guard let document = MarkdownDocument(given, isNotion: isNotion) else { return nil }
    var text = ImportedText(
      source: source, title: document.title ?? entry?.title ?? Self.words(of: name),
      values: document.values,
      body: document.body, unreadHead: document.unreadHead, notes: document.notes)
    text.pictures.isTaken = false
    // The field by which the sheets of the type are sorted, where that is a number.
    if let entry, let field = type.field(type.sort.key), case .integers = field.kind.limits {
      text.values.append((field.key, .text(String(entry.rank))))
    }
    var parts = file.path.split(separator: "/").map { NotionName.plain(String($0)) }
    if let date = Self.day(ofPost: name), !text.values.contains(where: { $0.key == "date" }) {
      text.values.append(("date", .text(date)))
    }
    if let folder = parts.firstIndex(of: "_posts") { parts[folder] = "articles" }
    let stem = parts.removeLast().split(separator: ".").dropLast().joined(separator: ".")
    let bare =
      stem == "_index" ? "index" : Self.day(ofPost: name) == nil ? stem : String(stem.dropFirst(11))
    let target = ([into] + parts + [bare + ".md"]).filter { !$0.isEmpty }.joined(separator: "/")
    return Page(path: file.path, target: target, text: text)
  }

  private func copy(_ file: PageFolder.File, _ writer: inout SheetWriter) {
    let source = self.source + "/" + file.path
    guard let size = DiskFile.size(file.root + "/" + file.path), size <= UploadedFile.largestSize,
      let bytes = try? DiskFile.read(file.root + "/" + file.path)
    else {
      return writer.refuse(
        .leftOut(LocalizedText(fr: "fichier de plus de 64 Mo", en: "file of more than 64 MB")),
        source: source)
    }
    let path = [writer.declared.contentFolder, into, file.path].filter { !$0.isEmpty }.joined(
      separator: "/")
    writer.copy(bytes, to: path, from: source)
  }

  /// The name of a page as words: `prise-en-main.md`, or `PagePrincipale.txt` of a wiki.
  private static func words(of name: String) -> String {
    SheetWriter.title(ofFile: name)
  }

  /// The day that the name of a post of Jekyll’s starts with.
  private static func day(ofPost name: String) -> String? {
    name.prefixMatch(of: /([0-9]{4}-[0-9]{2}-[0-9]{2})-/).map { String($0.1) }
  }
}
