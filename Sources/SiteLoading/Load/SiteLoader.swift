import Calendars
package import ContentModel
package import Diagnostics
package import SiteFiles
package import SourceHistory
import Theming

/// Reads a source folder.
package struct SiteLoader {
  package let request: BuildRequest
  package let workers: Workers
  /// Who tells the history of the folder.
  package let historyReader: HistoryReader
  /// The files of the folder, when they have just been listed.
  package var listing: SourceListing?
  /// Returns the sheets as they were read before.
  package var memory: @Sendable () async -> (any SheetCache)? = { nil }
  /// The theme as it was loaded before.
  package var lastTheme: LoadedTheme?

  package init(
    request: BuildRequest, workers: Workers, historyReader: HistoryReader,
    listing: SourceListing? = nil,
    memory: @escaping @Sendable () async -> (any SheetCache)? = { nil },
    lastTheme: LoadedTheme? = nil
  ) {
    self.request = request
    self.workers = workers
    self.historyReader = historyReader
    self.listing = listing
    self.memory = memory
    self.lastTheme = lastTheme
  }

  /// Reads everything that the folder holds; what is wrong is reported and left out.
  package func load(reporting diagnostics: inout [Diagnostic]) async throws -> LoadedSite {
    // Each file is looked at before it is read: what changes meanwhile differs from what is kept.
    var snapshot = SourceSnapshot(ofConfigurationIn: request.source)
    var files = DeclarationFiles()
    let declared = try configuration(&files, reporting: &diagnostics)
    let settings = declared ?? SiteConfiguration()
    // Git is asked while the sheets are read.
    async let remembered = settings.usesHistory ? historyReader.history() : (.none, nil)
    let listing = listing.flatMap { $0.namedContent == settings.contentFolder ? $0 : nil }
    let folder =
      try listing?.folder
      ?? sourceFolder(settings, reporting: &diagnostics)
    try check(folder, declared)
    let configuration =
      try declared ?? guessedConfiguration(folder, &files, reporting: &diagnostics)
    let today = request.day(of: configuration)
    let themes = try themeLayers(configuration)
    let folders = SourceFolders(
      content: configuration.contentFolder, themes: themes.map(\.folder.path))
    snapshot.add(besideSheets: folder, folders)
    folder.reportLeftOut(&diagnostics)
    let read = folder.leavingOutTooLarge(of: folder.attachments, reporting: &diagnostics)
    let attachments = ActiveFile.leavingOut(
      of: read, isAllowed: configuration.allowsHTML, reporting: &diagnostics)
    let run = Set(folder.attachments.map(\.contentPath)).subtracting(attachments.map(\.contentPath))
    let vocabularies = try vocabularies(of: folder, &files, reporting: &diagnostics)
    let (types, taxonomies) = try types(
      of: folder, configuration, vocabularies, &files, reporting: &diagnostics)
    let components = try components(of: folder, vocabularies, &files, reporting: &diagnostics)
    let synonyms = try synonyms(of: folder, &files, reporting: &diagnostics)
    let (data, tables) = try data(of: folder, types, &files, reporting: &diagnostics)
    let rows = try rows(
      of: folder, types, languages: configuration.languages, &files, reporting: &diagnostics)
    // The templates and the catalogues of other labs are read while the sheets are.
    async let dressed = theme(configuration, themes)
    async let joined = Federation.load(
      configuration.federation, from: folder.catalogues,
      address: request.options.baseURL ?? configuration.baseURL, workers)
    let order = PageOrder(
      folder, after: configuration.pageOrderOfOtherTool, named: configuration.pageLabelsOfOtherTool,
      reporting: &diagnostics)
    for (path, label) in order.labels.sorted(by: { $0.key < $1.key }) {
      files.note("\(path) \(label)")
    }
    let permalinks = folder.collections.permalinks
    for (name, address) in permalinks.sorted(by: { $0.key < $1.key }) {
      files.note("\(name) \(address)")
    }
    let declarations = files.digest
    let memory = await memory()
    let reader = SheetReader(
      types: types, vocabularies: vocabularies, tables: tables,
      homeTitle: configuration.title, contacts: configuration.contacts,
      siteLanguage: configuration.language, labels: order.labels, permalinks: permalinks)
    let loader = SheetLoader(
      reader: reader,
      siteLanguage: configuration.language, languages: configuration.languages, workers: workers,
      memory: memory.flatMap { $0.declarations == declarations ? $0 : nil },
      metadata: listing?.metadata, rows: rows,
      isHeldBack: { reasonNotToPublish($0, today) != nil })
    let (records, metadata) = try await loader.load(folder, reporting: &diagnostics)
    for (file, metadata) in zip(folder.sheets, metadata) {
      snapshot.add(file.diskPath, metadata)
    }

    var repeated = RepeatedFindings()
    var published: [SheetRecord] = []
    var unpublished: [(sheet: Sheet, reason: SheetDirectory.Unpublished)] = []
    for record in records {
      guard let sheet = record.sheet else {
        diagnostics += record.diagnostics
        let unread = reader.unreadSheet(path: record.file.path, name: record.name)
        unpublished.append((unread, .unreadable))
        // In a site, its mistakes are errors, and nothing is published.
        if folder.isPlain { diagnostics.append(.unreadSheet(unread)) }
        continue
      }
      // A translation is published with its original, not before it.
      let original = sheet.original ?? sheet
      let held = reasonNotToPublish(original, today)
      if let reason = held ?? reasonNotToPublish(sheet, today) {
        unpublished.append((sheet, reason))
        diagnostics.append(.heldBack(sheet, reason, of: held == nil ? sheet : original))
        // What is wrong in a sheet that waits keeps no other one from being published.
        diagnostics += record.diagnostics.map { $0.withSeverity(.remark) }
      } else {
        published.append(record)
        if folder.isPlain {
          repeated.add(record.diagnostics, language: record.name.language)
        } else {
          diagnostics += record.diagnostics
        }
        if sheet.isUnlisted { diagnostics.append(.unlisted(sheet)) }
      }
    }
    diagnostics += repeated.told
    if configuration.editorial.disabled.contains(.wordsToComplete) {
      diagnostics.removeAll { $0.isOfWordsToComplete }
    }
    let (theme, problems) = try await dressed
    diagnostics += problems
    let (history, problem) = await remembered
    if let problem { diagnostics.append(problem) }
    let (federation, faults) = await joined
    diagnostics += faults
    return LoadedSite(
      configuration: configuration, today: today,
      types: types, vocabularies: vocabularies, taxonomies: taxonomies, components: components,
      reader: reader,
      synonyms: synonyms, data: data, loadedTheme: theme, federation: federation,
      declarations: declarations, files: records, published: published,
      unpublished: unpublished, attachments: attachments, unread: folder.unread.union(run),
      history: history, order: order.places, isPlain: folder.isPlain,
      contentFolder: folder.contentFolder, folders: folders,
      snapshot: snapshot, included: IncludedFiles(root: request.source))
  }

  /// Reads what the folder declares, and none of its sheets.
  package func declarations(reporting diagnostics: inout [Diagnostic]) throws -> ContentDeclarations
  {
    var files = DeclarationFiles()
    let configuration =
      try configuration(&files, reporting: &diagnostics) ?? SiteConfiguration()
    let folder = try sourceFolder(configuration, reporting: &diagnostics)
    let vocabularies = try vocabularies(of: folder, &files, reporting: &diagnostics)
    let types = try types(
      of: folder, configuration, vocabularies, &files, reporting: &diagnostics
    ).types
    // What is wrong with the rows is for a build to tell.
    var ignored: [Diagnostic] = []
    let rows = try rows(
      of: folder, types, languages: configuration.languages, &files, reporting: &ignored)
    return ContentDeclarations(
      configuration: configuration, types: types, vocabularies: vocabularies, folder: folder,
      rows: rows)
  }

  /// Checks that there is a site in the folder, and reads none of its sheets.
  package func checkSource() throws {
    var files = DeclarationFiles()
    // What is wrong with the content is for a build to tell.
    var ignored: [Diagnostic] = []
    let declared = try configuration(&files, reporting: &ignored)
    let folder = try sourceFolder(declared ?? SiteConfiguration(), reporting: &ignored)
    try check(folder, declared)
  }

  /// Finds the files of the folder; without the content folder that is named, those that there are.
  private func sourceFolder(
    _ configuration: SiteConfiguration, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> SourceFolder {
    var named = configuration.contentFolder
    if let folder = named, DiskFile.realPath(request.source + "/" + folder) == nil {
      let location = configuration.location(of: "content")
      diagnostics.append(.missingContentFolder(folder, at: location))
      named = nil
    }
    return try SourceFolder(
      request.source, contentFolder: named, output: request.output, reporting: &diagnostics)
  }

  private func check(
    _ folder: SourceFolder, _ declared: SiteConfiguration?
  ) throws(EnvironmentFailure) {
    // Before the content is read without the folder that it would be published in.
    try OutputPathCheck.check(request, contentFolder: folder.contentFolder)
    guard declared == nil, folder.sheets.isEmpty else { return }
    let path = DiskFile.realPath(request.source) ?? request.source
    let places = folder.unreadFolders.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
    throw places.isEmpty
      ? .noSheets(path)
      : .noSheetsRead(
        path,
        places: places.map { place, count in
          Diagnostic.leftOutFolder(place, sheets: count, at: SourceLocation(path: place)).message
        })
  }

  private func types(
    of folder: SourceFolder, _ configuration: SiteConfiguration,
    _ vocabularies: [String: Vocabulary], _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> (types: [String: ContentType], taxonomies: [Taxonomy]) {
    let damaged = folder.vocabularies.map(Self.name).filter { vocabularies[$0] == nil }
    var loader = ContentTypeLoader(vocabularies: vocabularies, damaged: Set(damaged))
    var types: [ContentTypeLoader.File] = []
    for file in folder.types {
      guard let text = try files.text(of: file, reporting: &diagnostics) else { continue }
      types.append(ContentTypeLoader.File(path: file.path, name: Self.name(of: file), text: text))
    }
    let declared = loader.load(types, reporting: &diagnostics)
    let taxonomies = Taxonomy.all(
      named: configuration.taxonomies, types: declared, vocabularies: vocabularies,
      reporting: &diagnostics)
    let added = taxonomies.compactMap(\.addedField)
    return (declared.mapValues { $0.accepting(added) }, taxonomies)
  }

  /// Reads the components of the site; in a plain folder, what is wrong with one is a warning.
  private func components(
    of folder: SourceFolder, _ vocabularies: [String: Vocabulary], _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> [SiteComponent] {
    let damaged = Set(folder.vocabularies.map(Self.name).filter { vocabularies[$0] == nil })
    var components: [SiteComponent] = []
    var found: [Diagnostic] = []
    var paths: [String: String] = [:]
    for file in folder.components {
      guard let text = try files.text(of: file, reporting: &found) else { continue }
      let name = Self.name(of: file)
      if let other = paths.updateValue(file.path, forKey: name) {
        found.append(.componentOfSameName(name, other: other, at: SourceLocation(path: file.path)))
      } else if name.contains(where: \.isWhitespace) {
        found.append(.componentWithSpace(name, at: SourceLocation(path: file.path)))
      } else if let component = SiteComponent(
        name: name, path: file.path, text: text, vocabularies: vocabularies, damaged: damaged,
        reporting: &found)
      {
        components.append(component)
      }
    }
    diagnostics += folder.isPlain ? found.map(\.noError) : found
    return components
  }

  private func reasonNotToPublish(
    _ sheet: Sheet, _ today: CalendarDate
  ) -> SheetDirectory.Unpublished? {
    if request.options.includesDrafts { return nil }
    if sheet.isDraft { return .draft }
    let publication = sheet.publication
    if let date = publication.from ?? sheet.date, date > today { return .future }
    if let end = publication.until, end <= today { return .expired }
    return nil
  }

  /// Reads the configuration alone; what is wrong with it is said when the site is loaded.
  package func configuration() throws -> SiteConfiguration {
    var files = DeclarationFiles()
    var found: [Diagnostic] = []
    return try configuration(&files, reporting: &found) ?? SiteConfiguration()
  }

  /// Reads the configuration of the site; nil when the folder has none.
  private func configuration(
    _ files: inout DeclarationFiles, reporting diagnostics: inout [Diagnostic]
  ) throws -> SiteConfiguration? {
    let name = SourceName.configuration
    let file = SourceFolder.File(
      diskPath: request.source + "/" + name, path: name, contentPath: name,
      boundary: try SourceFolder.boundary(around: request.source))
    guard let text = try files.textIfThere(of: file, reporting: &diagnostics) else {
      if let site = EnclosingSite.root(around: request.source) {
        throw EnvironmentFailure.insideSite(site)
      }
      let other = SourceName.misnamedConfiguration
      if DiskFile.realPath(request.source + "/" + other) != nil {
        diagnostics.append(.misnamedConfiguration(other, expected: name))
      }
      return nil
    }
    return SiteConfiguration(path: name, text: text, reporting: &diagnostics)
  }

  private func vocabularies(
    of folder: SourceFolder, _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> [String: Vocabulary] {
    var vocabularies: [String: Vocabulary] = [:]
    for file in folder.vocabularies {
      guard let text = try files.text(of: file, reporting: &diagnostics) else { continue }
      let id = Self.name(of: file)
      vocabularies[id] = Vocabulary.load(
        id: id, path: file.path, text: text, reporting: &diagnostics)
    }
    return vocabularies
  }

  private func synonyms(
    of folder: SourceFolder, _ files: inout DeclarationFiles,
    reporting diagnostics: inout [Diagnostic]
  ) throws -> SynonymList {
    guard let file = folder.synonyms, let text = try files.text(of: file, reporting: &diagnostics)
    else { return SynonymList() }
    return SynonymList(path: file.path, text: text, reporting: &diagnostics)
  }

  /// The name of a file without its extension.
  static func name(of file: SourceFolder.File) -> String {
    let name = file.contentPath.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }
}
