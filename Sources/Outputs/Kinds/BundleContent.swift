import Calendars
import ContentModel
import Crypto
import Formats
import ImageProcessing
import SiteFiles
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// The files of a sheet as they lie in the archive to reuse it.
///
/// The sheet is there as it was written, and the files that it names lie around it as in the source: its
/// relative links lead to them, but for a name that not every disk takes. A catalogue of that one sheet
/// beside them, which names each file, lets `archipel adopt` take it.
struct BundleContent {
  private let context: PageContext
  private let format: ValueFormat
  private let index: Int
  /// The files by their paths in the archive, those of the sheet before those about it.
  private var files: [(path: String, bytes: [UInt8])] = []
  /// The paths of the files that the sheet names, by those below the content folder.
  private var named: [(path: String, file: String)] = []
  /// The names that are taken, as disks compare them.
  private var taken: Set<String> = []
  /// The name of the list of digests.
  private var digests = "SHA256SUMS"

  /// The shortest file that is compressed, in bytes.
  ///
  /// To compress a sheet of 4 kB takes as long as the rest of its archive.
  private static let shortest = 8_192

  /// Gathers the files of a sheet.
  ///
  /// - Throws: ``EnvironmentFailure`` when one of them cannot be read any more.
  init(of index: Int, _ renderer: inout FileRenderer) throws {
    format = renderer.context.format(renderer.commons.language(of: index))
    context = renderer.context
    self.index = index
    let commons = renderer.commons
    let path = commons.contentPath(of: commons.sheets[index])
    let others = commons.files(namedBy: index, in: context.sheets[index])
    if !others.isEmpty { renderer.noteFiles() }
    let texts = commons.texts(includedIn: context.sheets[index])
    let shared = Self.sharedFolder(of: [path] + others.map(\.contentPath) + texts.map(\.path))
    let source = PortableName.path(String(path.dropFirst(shared.count)))
    add(source, try commons.records[index].file.contents())
    for other in others {
      guard let (ending, bytes) = try published(other) else { continue }
      let path = PortableName.path(String(other.contentPath.dropFirst(shared.count))) + ending
      named.append((other.contentPath, Address.encode(add(path, bytes))))
    }
    for text in texts where text.path != path {
      let own = PortableName.path(String(text.path.dropFirst(shared.count)))
      named.append((text.path, Address.encode(add(own, text.bytes))))
    }
    digests = free(digests)
    addNotices(of: source)
  }

  /// Returns the archive, with a folder in it that holds everything.
  func zipped(in folder: String) throws -> [UInt8] {
    var archive: [UInt8] = []
    var list = ""
    let date = context.commons.lastChange(of: index) ?? context.commons.sheets[index].date
    var zip = ZipWriter(date: date, effort: .least) { archive += $0 }
    for file in files {
      try zip.add(
        folder + "/" + file.path, file.bytes, isStored: file.bytes.count < Self.shortest)
      list += SHA256.hash(data: file.bytes).hexadecimal + "  " + file.path + "\n"
    }
    try zip.add(folder + "/" + digests, Array(list.utf8), isStored: true)
    try zip.finish()
    return archive
  }

  /// The deepest folder that holds all of some paths, with a slash at its end; empty for the root.
  private static func sharedFolder(of paths: [String]) -> String {
    let folders = paths.map { $0.split(separator: "/").dropLast() }
    guard var shared = folders.first else { return "" }
    for folder in folders {
      shared = shared.prefix(zip(shared, folder).prefix { $0 == $1 }.count)
    }
    return shared.map { $0 + "/" }.joined()
  }

  /// Returns a file as the site publishes it, with what its name lacks to say what it is; nil for one
  /// that cannot be read, which is reported where it is published.
  private func published(
    _ file: SourceFolder.File
  ) throws -> (ending: String, bytes: [UInt8])? {
    let pictures = context.commons.pictures
    guard let kind = ImageFormat(fileName: file.contentPath),
      kind == .svg
        || !(pictures.isLinked(file) || context.commons.declared.configuration.allowsHTML)
    else {
      do {
        return ("", try file.read())
      } catch {
        if error.isOfTheEnvironment { throw EnvironmentFailure.unreadableFile(error) }
        return nil
      }
    }
    // An original says who took it and where: what the site shows does not.
    guard case .success(let picture) = pictures.picture(file), let widest = picture.files.last
    else { return nil }
    let shown = try pictures.bytes(of: widest)
    switch kind {
    case .svg, .webP: return ("", shown)
    case .jpeg, .png, .gif, .heif:
      guard let fallback = try? FallbackPicture(of: shown, original: file.contentPath) else {
        return nil
      }
      let ending = fallback.format == .png ? ".png" : ".jpg"
      return (fallback.format == kind ? "" : ending, fallback.bytes)
    }
  }

  /// Adds a file under a path that no other has; returns that path.
  @discardableResult
  private mutating func add(_ path: String, _ bytes: [UInt8]) -> String {
    let path = free(path)
    files.append((path, bytes))
    return path
  }

  /// Returns a path that no file has, made of another, and takes it.
  private mutating func free(_ path: String) -> String {
    var path = path
    while !taken.insert(PortableName.folded(path)).inserted {
      path.insert("_", at: path.nameStart)
    }
    return path
  }

  /// Adds what tells people and programs of the sheet.
  private mutating func addNotices(of source: String) {
    let (commons, words) = (context.commons, format.words)
    let title = context.titles[index]
    var lines = [
      title, "", words.text("paquet_presentation"), words.text("paquet_texte", ["fichier": source]),
    ]
    if let baseURL = context.baseURL {
      let address = baseURL.url(of: commons.addresses[index])
      lines.append(words.text("paquet_adresse", ["adresse": address]))
    }
    var credits: [String] = []
    if let line = context.creditsLine(of: index, format) {
      credits.append(words.text("a_citer_ainsi") + " " + line)
    }
    let works = FieldJSON(commons: commons).credits(of: commons.sheets[index])
    credits += works.map { work in
      [work.title, work.author, work.source, work.licence, work.changes]
        .compactMap(\.self).joined(separator: ", ")
    }
    if let origin = commons.sheets[index].origin,
      !works.contains(where: { $0.source == origin.url })
    {
      credits.append([origin.url, origin.version].compactMap(\.self).joined(separator: ", "))
    }
    lines += ["", words.text("paquet_verifier"), "    sha256sum --check \(digests)"]
    add("LISEZ-MOI.txt", lines)
    if !credits.isEmpty { add("CREDITS.txt", credits) }
    if let licence = commons.licence(of: index) {
      add(
        "LICENCE.txt",
        [licence.label, "SPDX-License-Identifier: \(licence.id)", licence.url])
    }
    var entry = SiteCatalogue(context).entry(index)
    entry.source = Address.encode(source)
    entry.isSourceBeside = true
    let site = context.commons.declared.configuration
    var catalogue = CatalogueFile(
      title: site.title, language: site.language, publisher: site.publisher,
      licence: site.licence?.id, baseURL: context.baseURL, generator: SiteObject.generator)
    catalogue.pictures = named
    catalogue.links = SiteCatalogue(context).links(of: index)
    add(CatalogueFile.fileName, catalogue.encoded([entry]))
  }

  private mutating func add(_ name: String, _ lines: [String]) {
    add(name, Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
  }
}
