import Authoring
import ContentModel
import Desk
import Diagnostics
import SiteLoading
import TextEncoding

/// Makes sheets of texts, and writes them with their pictures; never over a file.
struct SheetWriter {
  let declared: ContentDeclarations
  let files: ContentFiles
  private(set) var report = ImportReport()

  init(source: String, _ declared: ContentDeclarations) {
    self.declared = declared
    files = ContentFiles(source: source)
  }

  /// Where a sheet goes, and as what.
  struct Place {
    let type: ContentType
    /// The folder below the content folder; empty for the content folder itself.
    var folder = ""
    /// The name of the file, without its ending; made of the title when it is left out.
    var name: String?
    /// Whether the fields of the type are looked for in the text.
    var findsFields = false
    var isDraft = false
    /// Whether it is a draft when a required field is left to complete.
    var waitsWhereIncomplete = false
  }

  /// A sheet as it is written.
  struct Composed {
    let bytes: [UInt8]
    let filling: FieldFilling
    let pictures: SheetPictures
    let notes: [ImportNote]
    let isDraft: Bool
  }

  /// Writes a sheet.
  mutating func write(_ text: ImportedText, at place: Place) {
    let title = Self.title(of: text)
    let name = place.name ?? Archetype.fileName(of: title)
    let file = path(ofSheet: name, in: place.folder)
    guard !name.isEmpty, name != "index" || place.name != nil,
      let path = ContentPath(file, content: declared.contentFolder)
    else { return refuse(.unusableName(file), text) }
    if (try? files.isTaken(path)) != false {
      let free = (2...1_000).first { number in
        let other = Archetype.fileName(of: "\(title) \(number)")
        let path = ContentPath(path.folder + "/" + other + ".md", content: declared.contentFolder)
        return path.map { (try? files.isTaken($0)) == false } ?? false
      }
      return refuse(
        place.name == nil ? .taken(file, free: "\(title) \(free ?? 2)") : .pathTaken(file), text)
    }
    guard let sheet = composed(text, at: place, named: name) else {
      return refuse(.unwritableHead(file), text)
    }
    do {
      try writePictures(sheet.pictures, beside: path)
      try files.create(path, with: sheet.bytes)
    } catch {
      return refuse(.unreadable(Self.reason(error)), text)
    }
    let lines = String(decoding: sheet.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    report.diagnostics += sheet.notes.map { $0.diagnostic(in: (file, lines), from: text.source) }
    report.sheets.append(
      ImportReport.WrittenSheet(
        path: file, source: text.source, filledKeys: sheet.filling.filledKeys,
        missingKeys: sheet.filling.missingKeys,
        pictureCount: sheet.pictures.files.count { $0.isPicture }, isDraft: sheet.isDraft))
  }

  /// Returns a sheet as it would be written; nil where its front matter cannot hold its values.
  func composed(_ text: ImportedText, at place: Place, named name: String) -> Composed? {
    var notes = text.notes
    let title = Self.title(of: text)
    var filling = FieldFilling(
      type: place.type, path: path(ofSheet: name, in: place.folder), title: title,
      namesItsType: place.type.id != ContentType.page.id
        && !Self.isFolder(place.folder, of: place.type),
      declared)
    var (strays, others) = ([(String, DataValue)](), [(String, DataValue)]())
    fill(from: text, &filling, &strays, &others, &notes)
    var body = Self.withoutTitle(title, text.body)
    if place.findsFields {
      var finder = FieldFinder(type: place.type, vocabularies: declared.vocabularies)
      body = finder.take(from: body, into: &filling)
      notes += finder.notes
    }
    var pictures = SheetPictures(source: text.pictures, prefix: Self.prefix(name))
    if text.pictures.isTaken { body = pictures.taken(from: body) }
    notes += pictures.notes
    body += TextRemainder.markdown(of: strays)
    let end = TextRemainder.code(of: text.unreadHead)
    let isDraft =
      place.isDraft || !text.unreadHead.isEmpty
      || place.waitsWhereIncomplete && !filling.missingKeys.isEmpty
    let members = others.map { EditedValue.Member($0.0, EditedValue($0.1)) }
    var bytes = filling.file(body: (body + end).trimmed, isDraft: isDraft, others: members)
    if bytes == nil, !others.isEmpty {
      // Keys of another tool that no front matter of ours holds are not lost with it.
      notes += others.map { ImportNote.strayValue($0.0) }
      body += TextRemainder.markdown(of: others)
      bytes = filling.file(body: (body + end).trimmed, isDraft: isDraft)
    }
    return bytes.map {
      Composed(bytes: $0, filling: filling, pictures: pictures, notes: notes, isDraft: isDraft)
    }
  }

  private static func title(of text: ImportedText) -> String {
    text.title.map { Archetype.line($0) } ?? title(ofFile: text.source)
  }

  /// The path of a sheet, relative to the source folder.
  func path(ofSheet name: String, in folder: String) -> String {
    [declared.contentFolder, folder, name].filter { !$0.isEmpty }.joined(separator: "/") + ".md"
  }

  /// What keeps a sheet from being written where it would go; nil when nothing does.
  func obstacle(folder: String, name: String) -> ImportNote? {
    let file = path(ofSheet: name, in: folder)
    guard !name.isEmpty, let path = ContentPath(file, content: declared.contentFolder) else {
      return .unusableName(file)
    }
    return (try? files.isTaken(path)) == false ? nil : .pathTaken(file)
  }

  /// Returns a name for a file in a folder: its own, or the next that no other file has.
  func freeName(
    _ name: String, in folder: String, for bytes: [UInt8], beside others: [String]
  ) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return name }
    for number in 1...1_000 {
      let free = number == 1 ? name : "\(parts[0])-\(number).\(parts[1])"
      let file = [declared.contentFolder, folder, free].filter { !$0.isEmpty }
      guard !others.contains(free),
        let path = ContentPath(file.joined(separator: "/"), content: declared.contentFolder)
      else { continue }
      if (try? files.isTaken(path)) == false
        || (try? files.read(path, atMost: UploadedFile.largestSize)) == bytes
      {
        return free
      }
    }
    return name
  }

  /// Writes a text that sheets include; never over another.
  mutating func create(_ text: String, at file: String, from source: String) {
    guard let path = ContentPath(file, content: declared.contentFolder, isOfSite: true) else {
      return refuse(.unusableName(file), source: source)
    }
    do {
      try files.create(path, with: Array(text.utf8))
      report.copiedFileCount += 1
    } catch {
      guard error == .taken,
        (try? files.read(path, atMost: UploadedFile.largestSize)) == Array(text.utf8)
      else { return refuse(.pathTaken(file), source: source) }
    }
  }

  /// Reports what keeps a source from becoming a sheet.
  mutating func refuse(_ note: ImportNote, _ text: ImportedText) {
    report.diagnostics.append(note.diagnostic(in: nil, from: text.source))
    report.diagnostics += text.notes.map { $0.diagnostic(in: nil, from: text.source) }
  }

  mutating func refuse(_ note: ImportNote, source: String) {
    report.diagnostics.append(note.diagnostic(in: nil, from: source))
  }

  /// Copies a file that is no sheet; never over another.
  mutating func copy(_ bytes: [UInt8], to file: String, from source: String) {
    guard let path = ContentPath(file, content: declared.contentFolder) else {
      return refuse(.unusableName(file), source: source)
    }
    do {
      _ = try UploadedFile(named: path.name, bytes: bytes)
      try files.create(path, with: bytes)
      report.copiedFileCount += 1
    } catch let refusal as UploadedFile.Refusal {
      refuse(.picture(source, refusal.message, near: nil), source: source)
    } catch ContentFiles.Failure.taken {
      if (try? files.read(path, atMost: UploadedFile.largestSize)) != bytes {
        refuse(.pathTaken(file), source: source)
      }
    } catch {
      refuse(.unreadable(Self.reason(error)), source: source)
    }
  }

  private func fill(
    from text: ImportedText, _ filling: inout FieldFilling, _ strays: inout [(String, DataValue)],
    _ others: inout [(String, DataValue)], _ notes: inout [ImportNote]
  ) {
    let finder = FieldValues(vocabularies: declared.vocabularies)
    let names = FieldNames(filling.type.allFields)
    for (key, value) in text.values {
      if case .null = value { continue }
      if case .text(let text) = value, text.trimmed.isEmpty { continue }
      guard let field = filling.type.field(key) ?? names.field(named: key) else {
        if filling.type.isOpen, !text.shownKeys.contains(key),
          key.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }),
          !others.contains(where: { $0.0 == key })
        {
          others.append((key, value))
        } else {
          strays.append((key, value))
          notes.append(.strayValue(key))
        }
        continue
      }
      guard !filling.isFilled(field) else {
        strays.append((key, value))
        notes.append(.strayValue(key))
        continue
      }
      if let problem = filling.fill(field, with: [finder.value(value, of: field)]) {
        strays.append((key, value))
        notes.append(.unreadField(key, problem.message, near: "**\(key)** :"))
      }
    }
  }

  private mutating func writePictures(
    _ pictures: SheetPictures, beside sheet: ContentPath
  ) throws(ContentFiles.Failure) {
    let folder = sheet.folder.isEmpty ? "" : sheet.folder + "/"
    for (file, name) in zip(pictures.files, pictures.names) {
      guard let path = ContentPath(folder + name, content: declared.contentFolder) else {
        throw .missing
      }
      do {
        try files.create(path, with: file.bytes)
      } catch {
        // The picture of an import that was taken back is the same.
        guard error == .taken,
          (try? files.read(path, atMost: UploadedFile.largestSize)) == file.bytes
        else { throw error }
      }
    }
  }

  // MARK: Texts

  /// The text without its first line when that says the title again.
  private static func withoutTitle(_ title: String, _ body: String) -> String {
    let line = body.drop { $0.isWhitespace }.prefix { !$0.isNewline }
    let words = InlineText.words(ofHeading: String(line.drop { $0 == "#" }).trimmed)
    guard !title.isEmpty, words.trimmed == title.trimmed else { return body }
    return String(body.drop { $0.isWhitespace }.dropFirst(line.count))
  }

  static func title(ofFile path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let words = NotionName.plain(stem.isEmpty ? name : stem).replacing(/[_-]+/, with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func prefix(_ name: String) -> String { Slug.make(from: name) }

  private static func isFolder(_ folder: String, of type: ContentType) -> Bool {
    guard let own = type.folder, !own.isEmpty else { return false }
    return folder == own || folder.hasPrefix(own + "/")
  }

  private static func reason(_ error: any Error) -> LocalizedText {
    guard case ContentFiles.Failure.system(let code) = error else {
      return LocalizedText(
        fr: "un lien symbolique ou un fichier est à la place d’un dossier du site",
        en: "a symbolic link or a file is where a folder of the site should be")
    }
    return LocalizedText(systemError: code)
  }
}

extension EditedValue {
  /// A value of another tool, as it was.
  fileprivate init(_ value: DataValue) {
    switch value {
    case .null: self = .scalar("", isText: true)
    case .text(let text): self = .scalar(text, isText: false)
    case .list(let values): self = .list(values.map { Element(EditedValue($0)) })
    case .object(let members):
      self = .object(
        members.sorted { $0.key < $1.key }.map { Member($0.key, EditedValue($0.value)) })
    }
  }
}
