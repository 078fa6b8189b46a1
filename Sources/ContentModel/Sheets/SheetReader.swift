import ByteCoding
public import Diagnostics
import TextEncoding
import YAMLParsing

/// Reads sheets against the types of a site.
public struct SheetReader: Sendable {
  let types: [String: ContentType]
  private let vocabularies: [String: Vocabulary]
  private let tables: [String: DataTable]
  private let typesByFolder: [String: ContentType]
  private let homeTitle: String
  private let contacts: PersonalContacts
  let siteLanguage: String
  /// The names that lists of pages give to sheets, by their paths.
  private let labels: [String: String]
  /// The addresses at which Jekyll publishes the sheets of folders, as `/m/:name/`, by the folders.
  let permalinks: [String: String]

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - types: The types by id, `page` among them.
  ///   - vocabularies: The vocabularies by id.
  ///   - tables: The data files that views may show, by name.
  ///   - homeTitle: The title of the home page when it gives none: that of the site.
  ///   - contacts: The e-mail addresses and telephone numbers that sheets may hold.
  ///   - siteLanguage: The language of the sheets that name none.
  ///   - labels: The names that lists of pages, as `SUMMARY.md`, give to sheets, by their paths from the
  ///     source folder: the titles of those that have none.
  ///   - permalinks: The addresses at which Jekyll publishes the sheets of folders, as `/m/:name/`, by the
  ///     folders.
  public init(
    types: [String: ContentType], vocabularies: [String: Vocabulary],
    tables: [String: DataTable] = [:], homeTitle: String = "", contacts: [String] = [],
    siteLanguage: String = "fr", labels: [String: String] = [:],
    permalinks: [String: String] = [:]
  ) {
    self.labels = labels
    self.permalinks = permalinks
    self.homeTitle = homeTitle
    self.contacts = PersonalContacts(allowed: contacts)
    self.types = types
    self.vocabularies = vocabularies
    self.tables = tables
    self.siteLanguage = siteLanguage
    var typesByFolder: [String: ContentType] = [:]
    for type in types.values.sorted(by: { $0.id < $1.id }) {
      if let folder = type.folder { typesByFolder[folder] = type }
    }
    self.typesByFolder = typesByFolder
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - path: The file, relative to the source folder, for messages.
  ///   - name: What its path below the content folder says.
  ///   - bytes: Its content.
  ///   - original: What it translates, when it does: it has its type, and what the file leaves out.
  ///   - keepsText: Whether the text of a sheet is read whose front matter cannot be.
  /// - Returns: The sheet; nil when the file cannot be read, which is then reported.
  public func read(
    path: String, name: SheetName, bytes: [UInt8], translating original: Sheet? = nil,
    keepsText: Bool = false, reporting diagnostics: inout [Diagnostic]
  ) -> Sheet? {
    guard let file = SheetFile(path: path, bytes: bytes, reporting: &diagnostics) else {
      return nil
    }
    contacts.check(bytes, path: path, reporting: &diagnostics)
    if original == nil, file.frontMatter == nil {
      // One cause, and not a message for each of the fields.
      if folderType(of: name)?.requiresFields == true {
        diagnostics.append(.missingFrontMatter(file, path: path))
        return nil
      }
      if file.isBlank { diagnostics.append(.emptySheet(at: SourceLocation(path: path))) }
    }
    let yaml = file.frontMatter ?? YAMLText(path: path, firstLine: 1, text: "")
    var mapping = YAMLMapping([])
    var doubts: [Diagnostic] = []
    if let frontMatter = file.frontMatter {
      let problems = diagnostics.count
      let root = frontMatter.compose(reporting: &diagnostics)
        .map { frontMatter.withoutControls($0, reporting: &doubts) }
      if let found = root?.mapping {
        mapping = found.withTaxonomies
        frontMatter.reportDoubts(in: .mapping(found), reporting: &doubts)
      } else if let root, !root.isNull {
        diagnostics.append(frontMatter.problemWithoutKeys(root))
      }
      if diagnostics.count > problems {
        guard keepsText else { return nil }
        diagnostics.append(.unreadHeader(at: SourceLocation(path: path)))
        mapping = frontMatter.lines(of: Self.keysReadAlone)
      } else {
        diagnostics += doubts
      }
    }
    let type =
      original?.type ?? self.type(of: mapping, name: name, yaml: yaml, reporting: &diagnostics)
    var reader = FieldReader(yaml, vocabularies: vocabularies, isPartial: original != nil)
    var fields = reader.read(
      mapping, definitions: type.table,
      unknownKeys: type.isOpen ? .ignored : .reported)
    diagnostics += reader.diagnostics
    if type.isOpen { reportHomeOfOtherTool(in: mapping, yaml, reporting: &diagnostics) }
    keepFirstTags(in: &fields, path: path, reporting: &diagnostics)
    reportLosses(
      in: file, bytes, path: path,
      isDraft: CoreValues(type: type, fields: fields.values).isDraft, reporting: &diagnostics)
    if type.isOpen, original == nil,
      let mistake = misplacement(of: mapping, name: name, in: yaml)
    {
      diagnostics.append(mistake)
    }
    if type.isOpen { reportNearKeys(in: mapping, fields, yaml, reporting: &diagnostics) }
    let views = views(in: mapping, fields, type, yaml, reporting: &diagnostics)
    if let original {
      check(fields, name: name, in: yaml, against: original, reporting: &diagnostics)
      let completed = TranslatedFields(fields, from: original)
      diagnostics += completed.diagnostics
      fields = completed.fields
    }
    let named = NamedValues(
      views: views,
      aliases: aliases(in: mapping, name, type, yaml, reporting: &diagnostics)
        + identifiers(in: mapping, name, file, yaml),
      publication: Publication(
        mapping, besides: type.table, in: yaml, reporting: &diagnostics))
    // What is compared with a value that cannot be read is no mistake of its own.
    let isReadable = !reader.diagnostics.contains { $0.severity == .error }
    return sheet(
      path, name, file, type, fields, named, original, checked: isReadable,
      reporting: &diagnostics)
  }

  /// What is read from the front matter beside the fields.
  private struct NamedValues {
    let views: [PlacedView]
    let aliases: [Sheet.Alias]
    let publication: Publication
  }

  /// Reads what the page shows below its text.
  private func views(
    in mapping: YAMLMapping, _ fields: FieldReader.Fields, _ type: ContentType, _ yaml: YAMLText,
    reporting diagnostics: inout [Diagnostic]
  ) -> [PlacedView] {
    // Without a place, the key is missing, or it is a field that the type declares for itself.
    guard let location = fields.locations["view"],
      let (key, node) = mapping.first(where: { entry in
        yaml.location(of: entry.value.mark, length: entry.value.writtenLength) == location
      })
    else { return [] }
    // Other tools count visits there, or name a layout.
    if type.isOpen, node.scalar != nil, ["view", "views"].contains(key.scalar?.string) {
      return []
    }
    let site = ViewReader.Site(types: types, vocabularies: vocabularies, tables: tables)
    return PlacedView.all(in: node, of: yaml, site, reporting: &diagnostics)
  }

  /// Reports what a translation says of itself otherwise than its name and its original do.
  private func check(
    _ fields: FieldReader.Fields, name: SheetName, in yaml: YAMLText, against original: Sheet,
    reporting diagnostics: inout [Diagnostic]
  ) {
    let values = CoreValues(type: original.type, fields: fields.values)
    // A type may use `type` for a field of its own.
    let hasTypeField = original.type.fields.contains { $0.key == "type" }
    if !hasTypeField, types.count > 1, let type = values.text("type"), type != original.type.id,
      let location = fields.locations["type"]
    {
      diagnostics.append(.wrongTranslationType(type, original: original.type.id, at: location))
    }
    if let language = values.text("lang"), let named = name.language, language != named,
      let location = fields.locations["lang"] ?? fields.locations["langue"]
    {
      diagnostics.append(.wrongTranslationLanguage(language, name: named, at: location))
    }
    if let named = name.language, named == original.language {
      let place = SourceLocation(path: yaml.path)
      diagnostics.append(.translationGivenTwice(named, other: original.path, at: place))
    }
  }

  /// Finds the type that a sheet names, or that of its folder or of the nearest one above.
  private func type(
    of mapping: YAMLMapping, name: SheetName, yaml: YAMLText,
    reporting diagnostics: inout [Diagnostic]
  ) -> ContentType {
    // A site without types of its own may carry the `type` of another generator.
    if types.count > 1, let entry = mapping.first(where: { $0.key.scalar?.string == "type" }),
      let named = entry.value.scalar?.string
    {
      if let type = types[named] { return type }
      // A type may use `type` for a field of its own.
      if folderType(of: name)?.fields.contains(where: { $0.key == "type" }) != true {
        let location = yaml.location(of: entry.value.mark, length: entry.value.writtenLength)
        diagnostics.append(.unknownType(named, known: types.keys.sorted(), at: location))
      }
    }
    return folderType(of: name) ?? types[ContentType.page.id] ?? .page
  }

  /// Returns the type of a sheet that has a name, and names a type or none.
  package func type(of name: SheetName, named type: String?) -> ContentType {
    if types.count > 1, let type = type.flatMap({ types[$0] }) { return type }
    return folderType(of: name) ?? types[ContentType.page.id] ?? .page
  }

  private func folderType(of name: SheetName) -> ContentType? {
    // The own page of a folder presents the sheets; it is not one of them.
    // One beside its folder lies in a folder of sheets itself.
    guard !name.isIndex || name.liesBesideFolder else { return nil }
    var folder = name.id[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let type = typesByFolder[String(folder)] { return type }
    }
    return nil
  }

  private func sheet(
    _ path: String, _ name: SheetName, _ file: SheetFile, _ type: ContentType,
    _ fields: FieldReader.Fields, _ named: NamedValues, _ original: Sheet?,
    checked isChecked: Bool,
    reporting diagnostics: inout [Diagnostic]
  ) -> Sheet {
    let values = CoreValues(type: type, fields: fields.values)
    let written = values.text("title").map(InlineText.words(ofTitle:))
    let heading = written == nil ? TitleHeading(of: file.body) : nil
    let given = written ?? heading?.words ?? (name.id.isEmpty ? nil : labels[path])
    // The text may start with the words that the list has.
    let said =
      heading == nil && written == nil && given != nil
      ? TitleHeading(first: given ?? "", of: file.body) : nil
    if original != nil, given == nil {
      diagnostics.append(.translationWithoutTitle(at: SourceLocation(path: path)))
    }
    reportDoubts(values, fields, name: name, given: given, reporting: &diagnostics)
    let title = given ?? original?.title ?? (name.id.isEmpty ? homeTitle : name.title)
    let sheet = Sheet(
      name: name, path: path, type: type, title: title,
      titleLine: (heading ?? said).map { $0.line + file.bodyFirstLine },
      isDraft: values.isDraft, publication: named.publication,
      slug: slug(fields, reporting: &diagnostics), aliases: named.aliases, views: named.views,
      fields: fields.values, locations: Deferred(fields.locations),
      body: SheetBody(file), original: original,
      sortingKey: { title.sortingKey(in: $0 ?? siteLanguage) })
    for tag in sheet.tags where TagKey.key(of: tag).isEmpty {
      let place = fields.locations["tags"] ?? SourceLocation(path: path)
      diagnostics.append(.unusableTag(tag, at: place))
    }
    reportAge(of: sheet, reporting: &diagnostics)
    for check in isChecked ? type.checks : [] {
      check.apply(to: sheet, reporting: &diagnostics)
    }
    return sheet
  }

  /// Leaves out the tags past the bound, which is told.
  private func keepFirstTags(
    in fields: inout FieldReader.Fields, path: String, reporting diagnostics: inout [Diagnostic]
  ) {
    guard case .list(let tags) = fields.values["tags"], tags.count > TagKey.maxWords else {
      return
    }
    fields.values["tags"] = .list(Array(tags.prefix(TagKey.maxWords)))
    let place = fields.locations["tags"] ?? SourceLocation(path: path)
    diagnostics.append(.tooManyTags(tags.count, limit: TagKey.maxWords, at: place))
  }

  /// A translation that is older than its original is something to do, not a mistake.
  private func reportAge(of sheet: Sheet, reporting diagnostics: inout [Diagnostic]) {
    guard sheet.isOutdated, let day = sheet.latestDate, let latest = sheet.original?.latestDate
    else { return }
    let key = ["updated", "mis_a_jour", "date"].first { sheet.locations[$0] != nil }
    diagnostics.append(
      .outdatedTranslation(day, original: latest, at: sheet.location(of: key ?? "updated")))
  }

  private func slug(
    _ fields: FieldReader.Fields, reporting diagnostics: inout [Diagnostic]
  ) -> String? {
    guard case .text(let slug) = fields.values["slug"], let location = fields.locations["slug"]
    else { return nil }
    if Self.isName(slug) { return slug }
    if isAddressOfOtherTool(slug) { return nil }
    diagnostics.append(.unusableSlug(slug, at: location))
    return nil
  }

  /// Whether a text can be one part of a path.
  static func isName(_ text: String) -> Bool {
    !text.trimmed.isEmpty && !text.contains("/") && !text.contains("\\") && text != "."
      && text != ".." && !text.hasControlCharacters
  }
}

extension String {
  /// Whether the text holds a character that no path should.
  var hasControlCharacters: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension YAMLMapping {
  /// The keys with those that Zola writes in `taxonomies`, as `tags`, unless they are there already.
  fileprivate var withTaxonomies: YAMLMapping {
    guard let taxonomies = self["taxonomies"]?.mapping else { return self }
    let added = taxonomies.filter { entry in
      entry.key.scalar.map { self[$0.string] == nil } ?? false
    }
    return YAMLMapping(Array(self) + added, mark: mark)
  }
}
