import ContentModel
import Crypto
package import Diagnostics
package import Formats
import SiteGraph
import SiteLoading
import TextEncoding
import YAMLParsing

/// What the desk does for its page: it opens, checks and saves sheets, begins, copies and deletes them.
package struct WritingDesk: Sendable {
  let files: ContentFiles
  let source: String
  let builtInThemes: String
  let language: MessageLanguage

  /// Creates a desk for a source folder.
  ///
  /// - Parameters:
  ///   - builtInThemes: The folder of the built-in themes.
  ///   - language: The language of messages.
  package init(source: String, builtInThemes: String, language: MessageLanguage) {
    files = ContentFiles(source: source)
    self.source = source
    self.builtInThemes = builtInThemes
    self.language = language
  }

  /// Reads the path of a sheet that a query names.
  func path(
    _ query: DeskQuery, _ site: DeskSite, key: String = "path"
  ) throws(DeskProblem) -> ContentPath {
    let text = try query.text(key)
    guard
      let path = ContentPath(
        text, content: site.contentFolder, isOfSite: site.hasSheet(at: text)), path.isSheet
    else { throw .missing }
    try checkRow(path, in: site)
    return path
  }

  /// Refuses the sheet of a row, which is no file: it is written in its data.
  func checkRow(_ path: ContentPath, in site: DeskSite) throws(DeskProblem) {
    guard let row = site.commons.site.row(ofSheetAt: path.text) else { return }
    let line = row.start.position?.line ?? 1
    throw .refused(
      LocalizedText(
        fr: "cette fiche est la ligne \(line) de « \(row.path) » : modifiez-la dans ce fichier",
        en: "this sheet is line \(line) of “\(row.path)”: edit it in that file"))
  }

  /// Reads the path of a sheet, of the configuration or of a vocabulary that a query names.
  func document(_ query: DeskQuery, _ site: DeskSite) throws(DeskProblem) -> ContentPath {
    let text = try query.text("path")
    if let path = ContentPath(settings: text, content: site.contentFolder) { return path }
    return try path(query, site)
  }

  func read(_ path: ContentPath) throws(DeskProblem) -> [UInt8] {
    do {
      return try files.read(path, atMost: OpenedSheet.largestSize)
    } catch {
      throw DeskProblem(error, path)
    }
  }

  /// Reads a file; a site without a configuration has the one that the loader has guessed.
  private func readOrGuess(
    _ path: ContentPath, in site: DeskSite
  ) throws(DeskProblem) -> [UInt8] {
    do {
      return try read(path)
    } catch {
      if case .missing = error, path.isConfiguration { return site.guessedConfiguration }
      throw error
    }
  }

  /// The version of a file: a digest of its bytes.
  package static func version(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

  /// Opens a sheet, or a file that declares the site.
  package func open(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try document(query, site)
    return description(of: try readOrGuess(path, in: site), at: path, in: site)
  }

  /// Says what is wrong with a file as it is being written.
  package func check(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try document(query, site)
    let bytes = try edited(try readOrGuess(path, in: site), by: query, at: path, in: site)
    return ["messages": messages(about: bytes, at: path, in: site)]
  }

  /// Saves what changed of a file, or its whole source.
  ///
  /// - Throws: ``DeskProblem/conflict(_:)`` when the file is no longer what was opened.
  package func save(_ query: DeskQuery, in site: DeskSite) throws(DeskProblem) -> JSONValue {
    let path = try document(query, site)
    let version = try query.text("version")
    let old: [UInt8]
    do {
      old = try read(path)
    } catch {
      guard case .missing = error else { throw error }
      let base = try base(query, version, at: path, in: site)
      return try writeAgain(query, from: base, at: path, in: site)
    }
    guard Self.version(of: old) == version else {
      throw .conflict(description(of: old, at: path, in: site))
    }
    let new: [UInt8]
    if let text = query.optional("source") {
      let lineEnd = old.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
      new = BodyText(old[...]).bytes(showing: text, lineEnd: lineEnd)
    } else {
      new = try edited(old, by: query, at: path, in: site)
    }
    if new != old {
      if path.isConfiguration, query.optional("source") != nil, new.isBlank,
        site.isOneWithoutConfiguration
      {
        return try takeOutConfiguration(path, in: site)
      }
      try checkTerms(in: new, at: path, in: site)
      do {
        // Keeps what somebody else wrote meanwhile, before it is written over.
        if query.optional("keeps") != nil { try files.keep(old, of: path) }
        try files.replace(path, with: new)
      } catch {
        throw DeskProblem(error, path)
      }
    }
    return description(of: new, at: path, in: site)
  }

  /// Refuses a vocabulary that lacks terms of sheets.
  private func checkTerms(
    in bytes: [UInt8], at path: ContentPath, in site: DeskSite
  ) throws(DeskProblem) {
    guard path.vocabulary != nil else { return }
    let lost = SettingsCheck(site: site).findings(in: bytes, at: path)
      .filter { Diagnostic.idsOfLostTerms.contains($0.id) }
    guard lost.isEmpty else { throw .refused(lost.sentences) }
  }

  /// Returns what a file that is not there was when it was opened.
  ///
  /// - Parameter version: The version that the page was given.
  /// - Throws: ``DeskProblem/conflict(_:)`` when the page was given an empty configuration and something
  ///   has been guessed since; ``DeskProblem/missing`` when nobody knows what the file was.
  private func base(
    _ query: DeskQuery, _ version: String, at path: ContentPath, in site: DeskSite
  ) throws(DeskProblem) -> [UInt8] {
    if path.isConfiguration {
      let guessed = site.guessedConfiguration
      if version == Self.version(of: guessed) { return guessed }
      if version == Self.version(of: []) {
        throw .conflict(description(of: guessed, at: path, in: site))
      }
    }
    guard let base = query.optional("base") else { throw .missing }
    return Array((base + "\n").utf8)
  }

  /// Writes a file that is not there, from what it was when it was opened.
  private func writeAgain(
    _ query: DeskQuery, from base: [UInt8], at path: ContentPath, in site: DeskSite
  ) throws(DeskProblem) -> JSONValue {
    var bytes = try edited(base, by: query, at: path, in: site)
    if query.optional("source") != nil {
      // A configuration without a word would only turn off what is guessed.
      if path.isConfiguration, bytes.isBlank {
        return description(of: site.guessedConfiguration, at: path, in: site)
      }
      // The text that the page sends back has no line end after its last line.
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }
    try checkTerms(in: bytes, at: path, in: site)
    do {
      try files.create(path, with: bytes)
    } catch {
      throw DeskProblem(error, path)
    }
    return description(of: bytes, at: path, in: site)
  }

  /// Moves a configuration whose whole text somebody has taken out to the trash: so a first save is undone,
  /// and what the loader guesses holds again.
  private func takeOutConfiguration(
    _ path: ContentPath, in site: DeskSite
  ) throws(DeskProblem) -> JSONValue {
    do {
      _ = try files.discard(path)
    } catch {
      throw DeskProblem(error, path)
    }
    return description(of: site.guessedConfiguration, at: path, in: site)
  }

  /// Returns what a file becomes.
  func edited(
    _ bytes: [UInt8], by query: DeskQuery, at path: ContentPath, in site: DeskSite
  ) throws(DeskProblem) -> [UInt8] {
    if let text = query.optional("source") { return Array(text.utf8) }
    do {
      if path.declaresSite {
        return try SettingsFile(bytes, at: path, in: site).bytes(changing: try query.fields())
      }
      let sheet = try OpenedSheet(bytes)
      let type = type(of: sheet, at: path, in: site)
      let edit: SheetEdit
      do {
        edit = try FormEdit(of: sheet, type: type)
          .edit(try query.fields(), body: query.optional("body"))
      } catch {
        throw DeskProblem.misshapen
      }
      return try sheet.bytes(applying: edit)
    } catch let failure as SheetEditFailure {
      throw .refused(failure.message)
    } catch {
      throw .misshapen
    }
  }

  func type(of sheet: OpenedSheet, at path: ContentPath, in site: DeskSite) -> ContentType {
    let named = sheet.values["type"]?.scalar?.string
    return DraftCheck(site.commons).type(
      ofFileAt: path.text, values: named.map { ["type": $0] } ?? [:])
  }
}

extension [UInt8] {
  /// Whether nothing but spaces and ends of lines is in a text.
  fileprivate var isBlank: Bool { allSatisfy { $0 <= UInt8(ascii: " ") } }
}

extension SheetEditFailure {
  /// The failure for people.
  var message: LocalizedText {
    switch self {
    case .notText:
      LocalizedText(
        fr: "ce fichier n’est pas un texte en UTF-8", en: "this file is no text in UTF-8")
    case .otherFrontMatter:
      LocalizedText(
        fr: "l’en-tête de ce fichier ne peut pas être lu : il se modifie dans la source",
        en: "the front matter of this file cannot be read: edit its source")
    case .unreadableYAML:
      LocalizedText(
        fr: "l’en-tête de ce fichier contient une faute : elle se corrige dans la source",
        en: "there is a mistake in the front matter of this file: mend it in its source")
    case .unreadableFile:
      LocalizedText(
        fr: "ce fichier contient une faute : elle se corrige ici, dans sa source",
        en: "there is a mistake in this file: mend it here, in its source")
    case .entangled(let keys):
      LocalizedText(
        fr: "« \(keys.joined(separator: " », « ")) » ne peut changer que dans la source : "
          + "un autre champ en dépend",
        en: "“\(keys.joined(separator: "”, “"))” can change in the source alone: "
          + "another field depends on it")
    }
  }
}
