import ContentModel
import Desk
import Diagnostics
import SiteLoading
import TextEncoding

/// What becomes of a sheet of another site in this one: its values by the fields and terms that are
/// known here, its links and pictures where they lead from here.
struct SheetAdaptation {
  let sheet: ForeignSheet
  let catalogue: ForeignCatalogue
  let type: ContentType
  let vocabularies: [String: Vocabulary]
  /// The terms of this site that somebody names for those of the other, as `field:term`.
  let terms: [String: String]
  /// The paths below this content folder of the sheets of the other site that are here, by their ids.
  let paths: [String: String]
  /// What the names of pictures start with.
  let prefix: String
  /// The language of the sheets that name none.
  let siteLanguage: String
  /// The published files that could not be read.
  var missing: Set<String> = []
  private(set) var notes: [ImportNote] = []
  /// The files to bring along: where they are published, and their names here.
  private(set) var files: [(published: String, name: String)] = []

  init(
    _ sheet: ForeignSheet, of catalogue: ForeignCatalogue, as type: ContentType,
    _ vocabularies: [String: Vocabulary], terms: [String: String], paths: [String: String],
    prefix: String, siteLanguage: String
  ) {
    self.sheet = sheet
    self.catalogue = catalogue
    self.type = type
    self.vocabularies = vocabularies
    self.terms = terms
    self.paths = paths
    self.prefix = prefix
    self.siteLanguage = siteLanguage
  }

  /// Notes something to be told of the sheet.
  mutating func note(_ note: ImportNote) { notes.append(note) }

  // MARK: Values

  /// Returns a value of a field as this site has it; nil when nothing is left of it.
  mutating func value(_ value: DataValue, of field: FieldDefinition) -> DataValue? {
    switch value {
    case .null: return nil
    case .list(let elements):
      let left = elements.compactMap { self.value($0, of: field) }
      return left.isEmpty && !elements.isEmpty ? nil : .list(left)
    case .object(let members):
      let fields = field.kind.fields
      guard !fields.isEmpty else { return value }
      var left: [String: DataValue] = [:]
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        let own = fields.first { $0.key == key || $0.aliases.contains(key) }
        left[key] = own.map { self.value(member, of: $0) } ?? member
      }
      return .object(left)
    case .text(let text): return self.text(text, of: field).map { .text($0) }
    }
  }

  private mutating func text(_ text: String, of field: FieldDefinition) -> String? {
    if let name = field.kind.vocabulary, let vocabulary = vocabularies[name] {
      return term(text, of: field.key, vocabulary)
    }
    if field.kind.referenceTypes != nil { return reference(text, field.key) }
    switch field.kind.control {
    case .picture, .file: return file(text, near: text)
    case .markdown: return linked(text)
    default: return text
    }
  }

  private mutating func term(
    _ text: String, of key: String, _ vocabulary: Vocabulary
  ) -> String? {
    if let own = vocabulary.term(named: text) { return own.id }
    if let named = terms["\(key):\(text)"] ?? terms["\(key):\(Slug.make(from: text))"],
      let own = vocabulary.term(named: named)
    {
      return own.id
    }
    notes.append(.unknownTerm(text, of: key, known: vocabulary))
    return nil
  }

  private mutating func reference(_ text: String, _ key: String) -> String? {
    let bare =
      text.hasPrefix("[[") && text.hasSuffix("]]") ? text.dropFirst(2).dropLast(2) : text[...]
    let name = bare.hasSuffix(".md") ? bare.dropLast(3) : bare
    let target = catalogue.sheet(named: String(name.drop { $0 == "/" }))
    if let target, let path = paths[target.id] { return String(path.dropLast(3)) }
    notes.append(
      .leftReference(target?.title ?? text, of: key, at: target.flatMap { catalogue.whole($0.url) })
    )
    return nil
  }

  // MARK: Text

  /// Returns a text in Markdown with its links and pictures where they lead from here.
  mutating func linked(_ text: String) -> String {
    var own = self
    let changed = InlineLinks.changed(in: text) { link in
      own.written(link)
    } wiki: { inside, isPicture in
      own.written(wiki: inside, isPicture: isPicture)
    }
    self = own
    return changed
  }

  private mutating func written(_ link: InlineLinks.Link) -> String {
    let target = link.target
    if target.isEmpty || target.hasPrefix("#")
      || target.wholeMatch(of: /(?i)(?:[a-z][a-z0-9+.-]*:|\/\/).*/) != nil
    {
      return link.text
    }
    let end = target.firstIndex { "#?".contains($0) } ?? target.endIndex
    let rest = target[end...].hasPrefix("#") ? String(target[end...]) : ""
    if let path = place(of: target[..<end]) {
      if let address = page(path) { return link.leading(to: address + rest) }
      if let name = takenName(ofFile: path) { return link.leading(to: name) }
    }
    if link.isPicture {
      notes.append(.missingPicture(target, near: link.words))
    } else {
      notes.append(.droppedLink(target, near: link.words))
    }
    return link.words
  }

  private mutating func written(wiki inside: String, isPicture: Bool) -> String {
    let whole = (isPicture ? "!" : "") + "[[\(inside)]]"
    let parts = inside.split(separator: "|", maxSplits: 1).map(String.init)
    let name = String((parts.first ?? inside).prefix { $0 != "#" })
    let words = parts.last ?? inside
    if isPicture {
      guard let path = place(of: name[...]), let file = takenName(ofFile: path) else {
        notes.append(.missingPicture(name, near: words))
        return words
      }
      return "![\(parts.count > 1 ? words : "")](\(file))"
    }
    if let target = catalogue.sheet(named: name) {
      if let path = paths[target.id] { return "[\(words)](/\(path))" }
      if let address = catalogue.whole(target.url) { return "[\(words)](\(address))" }
    }
    notes.append(.droppedLink(whole, near: words))
    return words
  }

  /// The path below the content folder of the other site that an address means.
  private func place(of address: Substring) -> String? {
    let folder = sheet.file.split(separator: "/").dropLast().joined(separator: "/")
    return PictureSource.path(
      PercentEncoding.decode(address), from: address.hasPrefix("/") ? "" : folder)
  }

  /// The address from here of a sheet of the other site.
  private func page(_ path: String) -> String? {
    let bare = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    let id = bare.hasSuffix("/index") ? String(bare.dropLast(6)) : bare
    if let path = paths[id] { return "/" + path }
    guard let target = catalogue.sheet(withID: id) else { return nil }
    return catalogue.whole(target.url)
  }

  private mutating func file(_ written: String, near: String) -> String? {
    if let path = place(of: written[...]), let name = takenName(ofFile: path) { return name }
    notes.append(.missingPicture(written, near: near))
    return nil
  }

  /// The name here of a file of the other site, which is then brought along.
  private mutating func takenName(ofFile path: String) -> String? {
    let published = catalogue.pictures[path] ?? Self.encoded(path)
    guard !missing.contains(published), let ending = Self.ending(of: published),
      UploadedFile.endings.contains(ending)
    else { return nil }
    if let known = files.first(where: { $0.published == published }) { return known.name }
    let base = path.split(separator: "/").last.map(String.init) ?? path
    let stem = Slug.make(from: base.split(separator: ".").dropLast().joined(separator: "."))
    let start = stem.hasPrefix(prefix) ? stem : prefix + "-" + stem
    var (name, number) = ("\(start).\(ending)", 2)
    while files.contains(where: { $0.name == name }) {
      name = "\(start)-\(number).\(ending)"
      number += 1
    }
    files.append((published, name))
    return name
  }

  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil
  }

  private static func encoded(_ path: String) -> String {
    path.split(separator: "/").map { Address.encode(String($0)) }.joined(separator: "/")
  }
}
