import ContentModel
import SiteLoading
import TextEncoding

/// The source of a sheet of another site: its values, and its text.
struct AdoptedDocument {
  let values: [(key: String, value: DataValue)]
  let body: String
  /// The lines of its front matter that cannot be read.
  let unreadHead: [String]

  /// Reads a source; nil for one that is no text in UTF-8.
  init?(_ bytes: [UInt8]) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard case .found(let found) = FrontMatterScanner.scan(content) else {
      (values, unreadHead) = ([], [])
      body = Self.text(content)
      return
    }
    let head = FrontMatterValues(
      String(decoding: content[found.text], as: UTF8.self), isTOML: found.form == .toml)
    (values, unreadHead) = (head.values, head.unreadLines)
    body = Self.text(content[found.end...])
  }

  /// The text without the empty lines above it.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    return String(text.drop(while: \.isNewline))
  }

  /// What a sheet says of its place in its own site.
  private static let ofItsSite: Set<String> = [
    "title", "aliases", "slug", "weight", "page_size", "draft", "type", "licence",
  ]

  /// Returns the sheet as it is written here, and what that takes.
  func adapted(
    _ start: SheetAdaptation, credited licence: Licence
  ) -> (ImportedText, SheetAdaptation) {
    var adaptation = start
    let (sheet, type) = (start.sheet, start.type)
    let provenance = Set(type.provenance.map(\.key))
    var text = ImportedText(
      source: sheet.url, title: sheet.title, body: "", unreadHead: unreadHead)
    text.notes = unreadHead.map { ImportNote.unreadableLine($0.trimmed) }
    if sheet.type != type.id { text.notes.append(.unknownType(sheet.type, of: sheet.title)) }
    var given: Set<String> = []
    for (key, value) in values {
      guard let field = type.field(key) else {
        guard !Self.ofItsSite.contains(CoreKey.canonical(key)) else { continue }
        // A page lets any key pass; what its readers see at the original is seen here too.
        if sheet.type != type.id || sheet.fields[key] != nil { text.shownKeys.insert(key) }
        text.values.append((key, adaptation.value(value)))
        continue
      }
      guard !Self.ofItsSite.contains(field.key), !provenance.contains(field.key) else { continue }
      guard let value = adaptation.value(value, of: field) else { continue }
      given.insert(field.key)
      text.values.append((field.key, value))
    }
    func add(_ key: String, _ value: DataValue) {
      guard let field = type.field(key), !given.contains(field.key) else { return }
      text.values.append((field.key, value))
    }
    let authors = sheet.authors.isEmpty ? [start.catalogue.publisher] : sheet.authors
    add("authors", .list(authors.map { .text($0) }))
    if !sheet.language.isEmpty, sheet.language != start.siteLanguage {
      add("lang", .text(sheet.language))
    }
    text.values.append(("licence", .text(licence.id)))
    let address = start.catalogue.whole(sheet.url)
    if let (field, origin) = originValue(of: sheet, at: address, type) {
      text.values.append((field, origin))
    }
    if let (field, credits) = creditValue(of: sheet, authors, at: address, licence, &adaptation) {
      text.values.append((field, credits))
    }
    text.body = adaptation.linked(body)
    text.pictures.isTaken = false
    return (text, adaptation)
  }

  private func originValue(
    of sheet: ForeignSheet, at address: String?, _ type: ContentType
  ) -> (String, DataValue)? {
    guard let address, let field = type.provenance.first(where: { $0.roles.origin != nil }),
      let members = field.roles.origin
    else { return nil }
    var values: [String: DataValue] = [:]
    func add(_ member: String?, _ text: String?) {
      if let member, let text { values[member] = .text(text) }
    }
    add(members.url, address)
    add(members.version, sheet.version)
    add(members.digest, sheet.digest)
    return (field.key, .object(values))
  }

  /// The credits of the sheet, and the sheet itself, as this site names their parts.
  private func creditValue(
    of sheet: ForeignSheet, _ authors: [String], at address: String?, _ licence: Licence,
    _ adaptation: inout SheetAdaptation
  ) -> (String, DataValue)? {
    let type = adaptation.type
    guard let field = type.provenance.first(where: { $0.roles.work != nil }),
      let members = field.roles.work
    else { return nil }
    let source = address ?? adaptation.catalogue.title
    var works = sheet.credits.filter { $0["source"] != source }
    works.append([
      "title": sheet.title, "author": authors.joined(separator: ", "), "source": source,
      "licence": licence.id,
    ])
    let parts: [(String, String?)] = [
      ("title", members.title), ("author", members.author), ("source", members.source),
      ("licence", members.licence), ("changes", members.changes), ("picture", members.picture),
    ]
    return (
      field.key,
      .list(
        works.map { work -> DataValue in
          var values: [String: DataValue] = [:]
          for (name, member) in parts {
            guard let member, var text = work[name] else { continue }
            if name == "licence" {
              guard let known = Licence(meantBy: text) else {
                adaptation.note(.unknownCreditTerms(work["title"] ?? "", text))
                continue
              }
              text = known.id
            }
            values[member] = .text(text)
          }
          guard let picture = members.picture, let named = values[picture],
            let part = field.kind.fields.first(where: { $0.key == picture })
          else { return .object(values) }
          values[picture] = adaptation.value(named, of: part)
          return .object(values)
        })
    )
  }
}
