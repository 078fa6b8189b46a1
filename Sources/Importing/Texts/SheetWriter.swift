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

  /// Writes a sheet.
  mutating func write(_ text: ImportedText, at place: Place) {
    var notes = text.notes
    let title = text.title.map { Archetype.line($0) } ?? Self.title(ofFile: text.source)
    let name = place.name ?? Archetype.fileName(of: title)
    let file =
      [declared.contentFolder, place.folder, name].filter { !$0.isEmpty }.joined(separator: "/")
      + ".md"
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
    var filling = FieldFilling(
      type: place.type, path: file, title: title,
      namesItsType: place.type.id != ContentType.page.id
        && !Self.isFolder(place.folder, of: place.type),
      declared)
    var (strays, others) = ([(String, DataValue)](), [EditedValue.Member]())
    fill(from: text.values, &filling, &strays, &others, &notes)
    var body = Self.withoutTitle(title, text.body)
    if place.findsFields {
      var finder = FieldFinder(type: place.type, vocabularies: declared.vocabularies)
      body = finder.take(from: body, into: &filling)
      notes += finder.notes
    }
    var pictures = SheetPictures(source: text.pictures, prefix: Self.prefix(name))
    if text.pictures.isTaken { body = pictures.taken(from: body) }
    notes += pictures.notes
    body += Self.remainder(strays)
    let isDraft = place.isDraft || place.waitsWhereIncomplete && !filling.missingKeys.isEmpty
    let bytes = filling.file(body: body.trimmed, isDraft: isDraft, others: others)
    do {
      try writePictures(pictures, beside: path)
      try files.create(path, with: bytes)
    } catch {
      return refuse(.unreadable(Self.reason(error)), text)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    report.diagnostics += notes.map { $0.diagnostic(in: (file, lines), from: text.source) }
    report.sheets.append(
      ImportReport.WrittenSheet(
        path: file, source: text.source, filledKeys: filling.filledKeys,
        missingKeys: filling.missingKeys, pictureCount: pictures.files.count { $0.isPicture },
        isDraft: isDraft))
  }

  /// Whether a file is where a sheet would go.
  func isTaken(folder: String, name: String) -> Bool {
    let file =
      [declared.contentFolder, folder, name].filter { !$0.isEmpty }.joined(separator: "/") + ".md"
    guard let path = ContentPath(file, content: declared.contentFolder) else { return false }
    return (try? files.isTaken(path)) != false
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

  private mutating func fill(
    from values: [(key: String, value: DataValue)], _ filling: inout FieldFilling,
    _ strays: inout [(String, DataValue)], _ others: inout [EditedValue.Member],
    _ notes: inout [ImportNote]
  ) {
    let finder = FieldValues(vocabularies: declared.vocabularies)
    let names = FieldNames(filling.type.allFields)
    for (key, value) in values {
      if case .null = value { continue }
      if case .text(let text) = value, text.trimmed.isEmpty { continue }
      guard let field = filling.type.field(key) ?? names.field(named: key) else {
        if filling.type.isOpen, key.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) })
        {
          others.append(EditedValue.Member(key, EditedValue(value)))
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

  /// What no field takes, for the end of the text.
  private static func remainder(_ strays: [(String, DataValue)]) -> String {
    strays.map { key, value in "\n\n**\(key)** : \(words(of: value))" }.joined()
  }

  private static func words(of value: DataValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text.trimmed
    case .list(let values): values.map(words).joined(separator: ", ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { "\($0.key) : \(words(of: $0.value))" }.joined(
        separator: ", ")
    }
  }

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
