import SiteLoading
import ContentModel
package import Diagnostics
import Formats
import ImageProcessing
package import SiteGraph
import Theming

/// Every file of a site, named before any is made.
package struct SitePlan: Sendable {
  /// The files, in the order of their making.
  package private(set) var files: [PlannedFile] = []
  /// The files that are made beside them, and belong to no page.
  package private(set) var filesBeside: [String] = []
  /// How many of them are pages.
  package private(set) var pageCount = 0

  /// The longest name of a file or a folder, in bytes, on the file systems of today.
  package static let maxName = 255

  /// Plans a site; two files at one address are reported.
  ///
  /// - Parameter hasAddress: Whether it is known where the site is published.
  package init(_ commons: LinkedSite, hasAddress: Bool, reporting diagnostics: inout [Diagnostic]) {
    // The largest pages first, so that workers end together.
    addPage(commons.layout.siteMapFolder, .siteMap)
    addAlphabet(commons)
    addSheets(commons)
    addSections(commons)
    addLanguageHomes(commons)
    addTags(commons)
    addPage(commons.layout.searchFolder, .search)
    add("404.html", .notFound, origin: "404.html")
    for folder in [""] + commons.sections.topFolders {
      add(folder + AtomFeed.fileName, .feed(folder: folder, .atom), origin: "feed.xml")
      add(folder + JSONFeed.fileName, .feed(folder: folder, .json), origin: "feed.json")
    }
    addCalendars(commons)
    if hasAddress, commons.site.configuration.hasSocialImages {
      for (index, sheet) in commons.site.sheets.enumerated() {
        add(
          commons.folders[index] + SocialImage.fileName, .socialImage(index), origin: sheet.path)
      }
    }
    for (index, asset) in commons.site.theme.assets.enumerated() {
      add(asset.path, .asset(index), origin: asset.name)
    }
    addAttachments(commons)
    reportLongNames(&diagnostics)
    reportCollisions(choice: { Self.choice(of: $1, by: $0, commons) }, &diagnostics)
  }

  /// Returns where the sheet in a file chooses an address.
  private static func choice(
    of path: String, by origin: String, _ commons: LinkedSite
  ) -> SourceLocation? {
    guard let sheet = commons.site.sheets.first(where: { $0.path == origin }) else { return nil }
    let alias = sheet.aliases.first { path == $0.path || path.hasPrefix($0.path + "/") }
    return alias?.location ?? sheet.locations["slug"]
  }

  /// The paths of all files.
  package var paths: [String] { files.map(\.path) + filesBeside }

  /// How many files there are.
  package var fileCount: Int { files.count + filesBeside.count }

  /// Adds files that are made beside the pages; two files at one address are reported.
  package mutating func add(beside paths: [String], reporting diagnostics: inout [Diagnostic]) {
    let mayCollide = mayCollide(paths)
    filesBeside += paths
    if mayCollide { reportCollisions(&diagnostics) }
  }

  private mutating func addSheets(_ commons: LinkedSite) {
    for (index, sheet) in commons.site.sheets.enumerated() {
      let folder = commons.folders[index]
      let listed = sheet.isIndex ? Self.listed(on: sheet, commons) : 0
      let pages = Self.pageCount(of: listed, commons)
      for page in 1...pages {
        addPage(
          SiteLayout.listFolder(folder, page: page), .sheet(index, page: page), origin: sheet.path)
      }
      if sheet.type.exportsSource { add(folder + "index.md", .source(index), origin: sheet.path) }
      if sheet.type.exportsData { add(folder + "index.json", .data(index), origin: sheet.path) }
      for alias in sheet.aliases {
        let isFile = alias.path.hasSuffix(".html")
        add(
          isFile ? alias.path : alias.path + "/index.html", .redirect(index), origin: sheet.path)
      }
    }
  }

  /// Adds the files beside the sheets; a picture only shows its derived files, unless somebody
  /// links to it, or raw HTML may show it.
  private mutating func addAttachments(_ commons: LinkedSite) {
    let showsAll = commons.site.configuration.allowsHTML
    for file in commons.site.attachments {
      guard let format = ImageFormat(fileName: file.contentPath) else {
        add(file.contentPath, .attachment(file), origin: file.path)
        continue
      }
      guard showsAll || commons.pictures.isLinked(file) else { continue }
      if format != .svg {
        add(file.contentPath, .attachment(file), origin: file.path)
      } else if case .success(let picture) = commons.pictures.picture(file) {
        for drawing in picture.files {
          add(file.contentPath, .picture(drawing), origin: file.path)
        }
      }
    }
    for file in commons.pictures.files {
      add(file.path, .picture(file), origin: file.source.path)
    }
  }

  private mutating func addCalendars(_ commons: LinkedSite) {
    var types: [ContentType] = []
    for event in commons.calendar.events {
      let sheet = commons.site.sheets[event.sheet]
      add(
        commons.folders[event.sheet] + CalendarFile.eventFileName, .event(event.sheet),
        origin: sheet.path)
      if !types.contains(sheet.type) { types.append(sheet.type) }
    }
    for type in types {
      add(SiteLayout.agendaPath(of: type), .agenda(type), origin: CalendarFile.agendaFileName)
    }
  }

  /// Returns how many entries the own page of a folder lists.
  private static func listed(on sheet: Sheet, _ commons: LinkedSite) -> Int {
    if sheet.original != nil, let language = sheet.language {
      return commons.listed(in: sheet.id, language: language).count
    }
    guard !sheet.id.isEmpty, let section = commons.sections.section(withID: sheet.id) else {
      return 0
    }
    return commons.listed(in: section).count
  }

  private mutating func addLanguageHomes(_ commons: LinkedSite) {
    for language in commons.languagesWithoutHome {
      let listed = commons.listed(in: "", language: language).count
      for page in 1...Self.pageCount(of: listed, commons) {
        addPage(
          SiteLayout.listFolder(commons.home(of: language), page: page),
          .languageHome(language, page: page))
      }
    }
  }

  private mutating func addSections(_ commons: LinkedSite) {
    for section in commons.sections.sections where section.index == nil {
      let folder = section.id.isEmpty ? "" : section.id + "/"
      let listed = section.id.isEmpty ? 0 : section.listed.count
      for page in 1...Self.pageCount(of: listed, commons) {
        addPage(SiteLayout.listFolder(folder, page: page), .section(section.id, page: page))
      }
    }
  }

  private mutating func addAlphabet(_ commons: LinkedSite) {
    addPage(commons.layout.alphabetFolder, .alphabet(letter: nil))
    guard commons.alphabet.isSplit else { return }
    for (index, letter) in commons.alphabet.letters.enumerated() {
      addPage(commons.layout.folder(of: letter), .alphabet(letter: index))
    }
  }

  private mutating func addTags(_ commons: LinkedSite) {
    addPage(commons.layout.tagFolder, .tags)
    for (index, tag) in commons.tags.enumerated() {
      for page in 1...Self.pageCount(of: tag.sheets.count, commons) {
        let folder = SiteLayout.listFolder(commons.layout.tagFolder + tag.key + "/", page: page)
        addPage(folder, .tag(index, page: page), origin: "« \(tag.label) »")
      }
    }
  }

  private static func pageCount(of listed: Int, _ commons: LinkedSite) -> Int {
    let size = commons.site.configuration.pageSize
    return max(1, (listed + size - 1) / size)
  }

  private mutating func addPage(
    _ folder: String, _ content: PlannedFile.Content, origin: String? = nil
  ) {
    pageCount += 1
    add(folder + "index.html", content, origin: origin ?? folder)
  }

  private mutating func add(_ path: String, _ content: PlannedFile.Content, origin: String) {
    files.append(PlannedFile(path: path, content: content, origin: origin))
  }
}
