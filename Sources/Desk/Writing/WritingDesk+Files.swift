import Authoring
import ContentModel
package import Diagnostics
package import Formats
import SiteFiles
import SiteGraph
import SiteLoading
import TextEncoding
import YAMLParsing

extension WritingDesk {
  /// Begins a sheet of a type, a draft with nothing but its title.
  package func create(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let (type, title) = (try query.text("type"), try query.text("title"))
    let archetype = Archetype(source: source, builtInThemes: builtInThemes)
    let blank: Result<(path: String, text: String), Archetype.Refusal>
    do {
      blank = try archetype.blank(type: type, title: title)
    } catch {
      throw .failed((error as? EnvironmentFailure)?.message ?? LocalizedText(verbatim: "\(error)"))
    }
    switch blank {
    case .failure(let refusal): throw .refused(refusal.diagnostics.sentences)
    case .success(let sheet):
      guard let path = ContentPath(sheet.path, content: site.contentFolder) else { throw .missing }
      let bytes = Array(sheet.text.utf8)
      try checkRow(path, in: site)
      try write(at: path) { () throws(ContentFiles.Failure) in try files.create(path, with: bytes) }
      return description(of: bytes, at: path, in: site)
    }
  }

  /// Copies a sheet under another title, as a draft, beside it.
  package func duplicate(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try path(query, site)
    let name = Archetype.fileName(of: try query.text("title"))
    let folder = path.folder.isEmpty ? "" : path.folder + "/"
    guard !name.isEmpty, name != "index",
      let other = ContentPath(folder + name + ".md", content: site.contentFolder)
    else {
      throw .refused(
        LocalizedText(
          fr: "ce titre ne donne pas de nom de fichier", en: "this title gives no file name"))
    }
    try checkRow(other, in: site)
    let old = try read(path)
    return try editing {
      let sheet = try OpenedSheet(old)
      let type = type(of: sheet, at: path, in: site)
      let mark = type.draftMarker.map { ($0.key, $0.value) } ?? ("draft", "oui")
      let edit = try FormEdit(of: sheet, type: type).edit(
        [
          "title": .text(try query.text("title")), mark.0: .text(mark.1), "aliases": .null,
          "slug": .null,
        ].filter { type.field($0.key) != nil }, body: nil)
      let bytes = try sheet.bytes(applying: edit)
      try write(at: other) { () throws(ContentFiles.Failure) in try files.create(other, with: bytes)
      }
      return description(of: bytes, at: other, in: site)
    }
  }

  /// Begins the translation of a sheet, as a draft beside it that holds the text to translate.
  package func translate(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try path(query, site)
    let language = try query.text("language")
    guard LanguageTag.isKnown(language) else { throw .misshapen }
    let folder = path.folder.isEmpty ? "" : path.folder + "/"
    // Neither the extension nor a language is a part of the name.
    let stem = path.name.prefix { $0 != "." }
    guard
      let other = ContentPath("\(folder)\(stem).\(language).md", content: site.contentFolder)
    else { throw .missing }
    return try editing {
      let sheet = try OpenedSheet(try read(path))
      let lines = [
        "---", "titre: " + Archetype.quoted(try query.text("title")),
        Archetype.draftMark(of: type(of: sheet, at: path, in: site)), "---", "", sheet.body, "",
      ]
      let bytes = Array(lines.joined(separator: "\n").utf8)
      try write(at: other) { () throws(ContentFiles.Failure) in
        try files.create(other, with: bytes)
      }
      return description(of: bytes, at: other, in: site)
    }
  }

  /// Gives a page another address; the one that it had leads to it.
  ///
  /// The file keeps its name, by which other sheets know it.
  package func rename(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try path(query, site)
    let old = try read(path)
    guard Self.version(of: old) == (try query.text("version")) else {
      throw .conflict(description(of: old, at: path, in: site))
    }
    let slug = Slug.make(from: try query.text("name"))
    guard !slug.isEmpty else {
      throw .refused(
        LocalizedText(
          fr: "cette adresse n’a ni lettre ni chiffre",
          en: "this address has neither letter nor digit"))
    }
    let address = site.address(ofFileAt: path.text)
    let former = address.map { address in
      PercentEncoding.decode(address.split(separator: "/").joined(separator: "/"))
    }
    return try editing {
      let sheet = try OpenedSheet(old)
      let type = type(of: sheet, at: path, in: site)
      var aliases =
        sheet.values.first { type.field($0.key.scalar?.string ?? "")?.key == "aliases" }
        .map { $0.value.sequence?.compactMap(\.scalar?.string) ?? [$0.value.scalar?.string ?? ""] }
        ?? []
      if let former, !former.isEmpty, !aliases.contains(former) {
        aliases.append(former)
      }
      let rows = aliases.map { DataValue.object(["value": .text($0)]) }
      let edit = try FormEdit(of: sheet, type: type).edit(
        ["slug": .text(slug), "aliases": rows.isEmpty ? .null : .list(rows)], body: nil)
      let bytes = try sheet.bytes(applying: edit)
      try write(at: path) { () throws(ContentFiles.Failure) in try files.replace(path, with: bytes)
      }
      return description(of: bytes, at: path, in: site)
    }
  }

  /// Moves a sheet to the trash, from where it can come back.
  package func delete(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try path(query, site)
    let bytes = try read(path)
    guard Self.version(of: bytes) == (try query.text("version")) else {
      throw .conflict(description(of: bytes, at: path, in: site))
    }
    do {
      let number = try files.discard(path)
      return ["path": .string(path.text), "trash": .string(String(number))]
    } catch {
      throw DeskProblem(error, path)
    }
  }

  /// Takes a sheet back out of the trash.
  package func restore(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try path(query, site)
    guard let number = Int(try query.text("trash")), number > 0 else { throw .misshapen }
    try write(at: path) { () throws(ContentFiles.Failure) in try files.restore(path, from: number) }
    return description(of: try read(path), at: path, in: site)
  }

  /// Puts a file beside a sheet, or in the content folder for the site itself, under a name that is free.
  package func upload(
    _ query: DeskQuery, _ bytes: [UInt8], in site: DeskSite
  ) throws(DeskProblem) -> JSONValue {
    let folder = folder(of: try document(query, site), in: site)
    let file: UploadedFile
    do {
      file = try UploadedFile(named: try query.text("name"), bytes: bytes)
    } catch let refusal as UploadedFile.Refusal {
      throw .refused(refusal.message)
    } catch {
      throw .misshapen
    }
    let parts = file.name.split(separator: ".", maxSplits: 1)
    for number in 1...1_000 {
      let name = number == 1 ? file.name : "\(parts[0])-\(number).\(parts.last ?? "")"
      guard
        let path = ContentPath(
          (folder + [name]).joined(separator: "/"), content: site.contentFolder)
      else { throw .missing }
      do {
        try files.create(path, with: file.bytes)
      } catch {
        guard error == .taken else { throw DeskProblem(error, path) }
        // The same file twice is one.
        let old = try? files.read(path, atMost: UploadedFile.largestSize)
        guard old == file.bytes else { continue }
      }
      return [
        "name": .string(name), "path": .string(path.text), "picture": .bool(file.isPicture),
      ]
    }
    throw .refused(LocalizedText(fr: "ce nom est pris", en: "this name is taken"))
  }

  /// Reads a picture beside a sheet, which the site may not have yet.
  package func picture(
    _ query: DeskQuery, in site: DeskSite
  ) throws(DeskProblem) -> (path: ContentPath, bytes: [UInt8]) {
    let root = site.contentFolder.split(separator: "/").map(String.init)
    let folder = folder(of: try document(query, site), in: site).dropFirst(root.count)
    let name = try query.text("name")
    guard let target = SitePath(name[...], from: (folder + [""]).joined(separator: "/")[...]),
      let path = ContentPath(
        (root + [target.text]).joined(separator: "/"), content: site.contentFolder)
    else { throw .missing }
    let bytes: [UInt8]
    do {
      bytes = try files.read(path, atMost: UploadedFile.largestSize)
    } catch {
      throw DeskProblem(error, path)
    }
    guard let file = try? UploadedFile(named: path.name, bytes: bytes), file.isPicture else {
      throw .missing
    }
    return (path, bytes)
  }

  /// The folder of the files that a sheet names, or the site itself.
  private func folder(of path: ContentPath, in site: DeskSite) -> [String] {
    let folder = path.declaresSite ? site.contentFolder : path.folder
    return folder.split(separator: "/").map(String.init)
  }

  /// Does what changes a sheet, and says of any failure why the desk does not do it.
  private func editing<Value>(_ work: () throws -> Value) throws(DeskProblem) -> Value {
    do {
      return try work()
    } catch let failure as SheetEditFailure {
      throw .refused(failure.message)
    } catch let problem as DeskProblem {
      throw problem
    } catch {
      throw .misshapen
    }
  }

  private func write(
    at path: ContentPath, _ change: () throws(ContentFiles.Failure) -> Void
  ) throws(DeskProblem) {
    do {
      try change()
    } catch {
      throw DeskProblem(error, path)
    }
  }
}

extension [Diagnostic] {
  /// What is wrong, in a sentence or several.
  var sentences: LocalizedText {
    func sentences(_ language: MessageLanguage) -> String {
      map { diagnostic in
        [diagnostic.message, diagnostic.suggestion].compactMap { $0?.text(in: language) }
          .joined(separator: " ; ")
      }.joined(separator: ". ")
    }
    return LocalizedText(fr: sentences(.french), en: sentences(.english))
  }
}

extension UploadedFile.Refusal {
  /// The refusal for people.
  package var message: LocalizedText {
    let endings = UploadedFile.endings.joined(separator: ", ")
    return switch self {
    case .unknownKind(let ending):
      LocalizedText(
        fr: "les fichiers « \(ending) » ne sont pas publiés ; ceux qui le sont : \(endings)",
        en: "files “\(ending)” are not published; those that are: \(endings)")
    case .otherKind(let ending):
      LocalizedText(
        fr: "ce fichier porte la fin « .\(ending) », et n’en est pas un",
        en: "this file ends in “.\(ending)”, and is none")
    case .tooLong:
      LocalizedText(
        fr: "ce fichier dépasse 64 Mo : déposez-le ailleurs et donnez-en le lien",
        en: "this file is longer than 64 MB: put it elsewhere, and link to it")
    case .activeDrawing:
      LocalizedText(
        fr: "ce dessin contient un script : exportez-le en SVG simple",
        en: "this drawing has a script in it: export it as plain SVG")
    }
  }
}
