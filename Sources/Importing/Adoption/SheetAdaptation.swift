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
  /// Why published files could not be taken.
  var missing: [String: LocalizedText] = [:]
  /// The names here of published files, where they are known.
  var names: [String: String] = [:]
  /// The sheet as it was adopted before: its files keep the names that they have there.
  var adopted = ""
  /// The texts that are included, by where they are published, once they are read.
  var includedTexts: [String: String] = [:]
  /// The texts to bring along.
  var texts: [IncludedText] = []
  /// The file, below the content folder of the other site, of the text at hand where it is one that is
  /// included.
  var includedFile: String?
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

  /// Returns a value that no field takes, with its links where they lead from here.
  mutating func value(_ value: DataValue) -> DataValue {
    switch value {
    case .null: return value
    case .list(let elements): return .list(elements.map { self.value($0) })
    case .object(let members):
      var changed: [String: DataValue] = [:]
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        changed[key] = self.value(member)
      }
      return .object(changed)
    case .text(let text):
      // The name of a picture alone shows it, that of another file leads to it.
      if !text.contains(where: \.isNewline), !text.contains("://"), let path = place(of: text[...]),
        let name = takenName(ofFile: path)
      {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return .text(Self.isPicture(name) ? "![](\(name))" : "[\(file)](\(name))")
      }
      return .text(linked(text))
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
    let target = catalogue.target(named: String(name.drop { $0 == "/" }))
    if let target, let path = paths[target.id] { return String(path.dropLast(3)) }
    notes.append(
      .leftReference(target?.title ?? text, of: key, at: target.flatMap { catalogue.whole($0.url) })
    )
    return nil
  }

  // MARK: Text

  /// Returns a text in Markdown with its links and pictures where they lead from here.
  mutating func linked(_ text: String) -> String {
    let changed = InlineLinks.changed(in: text) { link in
      written(link)
    } wiki: { inside, isPicture in
      written(wiki: inside, isPicture: isPicture)
    }
    return including(changed)
  }

  private mutating func written(_ link: InlineLinks.Link) -> String {
    let target = link.target
    if target.isEmpty || target.hasPrefix("#")
      || target.wholeMatch(of: /(?i)(?:[a-z][a-z0-9+.-]*:|\/\/).*/) != nil
    {
      return link.text
    }
    // docsify has a link whose title says that the text of the file is wanted.
    if link.title.contains(":include") {
      if let name = includedName(String(target.drop { $0 == "/" })) {
        return link.leading(to: name)
      }
      notes.append(.leftInclude(target))
      return link.text
    }
    let end = target.firstIndex { "#?".contains($0) } ?? target.endIndex
    let rest = target[end...].hasPrefix("#") ? String(target[end...]) : ""
    if let path = place(of: target[..<end]) {
      if let address = page(path) { return link.leading(to: address + rest) }
      if let name = takenName(ofFile: path) { return link.leading(to: name) }
    }
    if link.isPicture {
      noteMissing(target, near: link.words)
    } else {
      notes.append(.droppedLink(target, near: link.words))
    }
    return link.withoutTarget
  }

  private mutating func written(wiki inside: String, isPicture: Bool) -> String {
    let whole = (isPicture ? "!" : "") + "[[\(inside)]]"
    let bar = inside.firstIndex(of: "|") ?? inside.endIndex
    let name = String(inside[..<bar].prefix { $0 != "#" }).trimmed
    let parts = inside[bar...].dropFirst().split(separator: "|").map(String.init)
    // A number alone is the width of a picture.
    let words = parts.first { !isPicture || !$0.allSatisfy(\.isNumber) } ?? name
    if let target = catalogue.target(named: name), !isPicture {
      if let path = paths[target.id] { return "[\(words)](/\(path))" }
      if let address = catalogue.whole(target.url) { return "[\(words)](\(address))" }
    }
    if let path = file(named: name), let file = takenName(ofFile: path) {
      return isPicture ? "![[\(file)\(inside[bar...])]]" : "[\(words)](\(file))"
    }
    if isPicture {
      noteMissing(name, near: words)
    } else {
      notes.append(.droppedLink(whole, near: words))
    }
    return words
  }

  /// The path of a file that a wiki names: from the folder of the sheet, or wherever it lies.
  private func file(named name: String) -> String? {
    guard let path = place(of: name[...]) else { return nil }
    if catalogue.pictures[path] != nil { return path }
    return catalogue.pictures.keys.filter { $0.hasSuffix("/" + name) }.min() ?? path
  }

  private mutating func noteMissing(_ address: String, near words: String) {
    let path = place(of: address.prefix { !"#?".contains($0) }) ?? address
    guard let reason = missing[catalogue.pictures[path] ?? Self.encoded(path)] else {
      notes.append(.missingPicture(address, near: words))
      return
    }
    notes.append(.picture(address, reason, near: words.isEmpty ? nil : words))
  }

  /// The path below the content folder of the other site that an address means.
  ///
  /// A text that is included names files from the folder of the sheet, or else from its own.
  func place(of address: Substring) -> String? {
    let places = [sheet.file, includedFile].compactMap { file in
      file.flatMap { SitePath(address, from: $0[...])?.text }
    }
    return places.first { catalogue.pictures[$0] != nil || catalogue.target(at: $0) != nil }
      ?? places.first
  }

  /// The address from here of a sheet of the other site.
  private func page(_ path: String) -> String? {
    guard let target = catalogue.target(at: path) else { return nil }
    return paths[target.id].map { "/" + $0 } ?? catalogue.whole(target.url)
  }

  private mutating func file(_ written: String, near: String) -> String? {
    if let path = place(of: written[...]), let name = takenName(ofFile: path) { return name }
    noteMissing(written, near: near)
    return nil
  }

  /// The name here of a file of the other site, which is then brought along.
  private mutating func takenName(ofFile path: String) -> String? {
    let published = catalogue.pictures[path] ?? Self.encoded(path)
    guard missing[published] == nil, let ending = Self.ending(of: published),
      UploadedFile.endings.contains(ending)
    else { return nil }
    if let known = files.first(where: { $0.published == published }) { return known.name }
    if let name = names[published] {
      files.append((published, name))
      return name
    }
    let base = path.split(separator: "/").last.map(String.init) ?? path
    let stem = Slug.make(from: base.split(separator: ".").dropLast().joined(separator: "."))
    let start = stem.hasPrefix(prefix) ? stem : prefix + "-" + stem
    let candidates = ["\(start).\(ending)"] + (2...20).map { "\(start)-\($0).\(ending)" }
    let free = candidates.filter { name in !files.contains { $0.name == name } }
    let name =
      free.first { adopted.contains($0) } ?? free.first ?? "\(start)-\(files.count).\(ending)"
    files.append((published, name))
    return name
  }

  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil
  }

  private static func isPicture(_ name: String) -> Bool {
    ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"].contains(ending(of: name) ?? "")
  }

  private static func encoded(_ path: String) -> String {
    path.split(separator: "/").map { Address.encode(String($0)) }.joined(separator: "/")
  }
}
