import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
import TextEncoding

/// The sheets that a book holds, in parts, as somebody names them.
package struct BookSelection: Sendable {
  /// A part of the selection.
  package struct Part: Sendable {
    /// What it is called; empty where nobody has called it anything.
    package var title: String
    /// The own page of the folder that it is.
    package var index: Int?
    package var sheets: [Int]
  }

  /// What a book is asked to hold.
  package struct Request: Sendable {
    /// Folders, sheets, addresses of choices that readers made in a page.
    package var names: [String] = []
    /// Tags.
    package var tags: [String] = []
    /// Lists: the name of the file and its lines.
    package var lists: [(file: String, text: String)] = []

    package init() {}

    /// Whether it names nothing, and so asks for the whole site.
    var isEmpty: Bool { names.isEmpty && tags.isEmpty && lists.isEmpty }
  }

  package private(set) var parts: [Part] = []
  private var taken: Set<Int> = []
  private let site: LinkedSite
  private let suggestions = Suggestions()

  /// Finds the sheets; what names none is reported.
  package init(_ request: Request, in site: LinkedSite, reporting diagnostics: inout [Diagnostic]) {
    self.site = site
    if request.isEmpty {
      addWholeSite()
      return
    }
    for name in request.names { add(name, reporting: &diagnostics) }
    for tag in request.tags { add(tag: tag, reporting: &diagnostics) }
    for list in request.lists { add(list: list.file, list.text, reporting: &diagnostics) }
    parts.removeAll { $0.sheets.isEmpty && $0.index == nil }
  }

  /// What the book is called: its only part, or else the site.
  package var title: String? {
    parts.count == 1 && !parts[0].title.isEmpty ? parts[0].title : nil
  }

  // MARK: What is named

  private mutating func add(_ name: String, reporting diagnostics: inout [Diagnostic]) {
    let here = SourceLocation(path: name)
    if let fragment = BasketAddress.fragment(in: name) {
      do {
        let basket = try BasketAddress(fragment: fragment)
        let sheets = basket.ids.compactMap { id in
          let sheet = site.directory.index(ofID: id)
          if sheet == nil { diagnostics.append(.unknownInBook(id, suggestion: nil, at: here)) }
          return sheet
        }
        add(Part(title: basket.title, sheets: sheets))
      } catch {
        diagnostics.append(.unreadableBasket(error, at: SourceLocation(path: "#" + fragment)))
      }
      return
    }
    var id = name
    if id.hasPrefix("content/") { id.removeFirst("content/".count) }
    while id.hasSuffix("/") { id.removeLast() }
    if !id.isEmpty, let section = site.sections.section(withID: id), !isSheetAlone(id) {
      add(section)
    } else if let sheet = sheet(name, at: here, reporting: &diagnostics) {
      add(Part(title: site.sheets[sheet].title, sheets: [sheet]), isSheet: true)
    }
  }

  /// Whether a folder is there for the files beside one sheet alone.
  private func isSheetAlone(_ id: String) -> Bool {
    guard let section = site.sections.section(withID: id) else { return false }
    return section.sheets.isEmpty && section.children.isEmpty
  }

  private mutating func add(tag: String, reporting diagnostics: inout [Diagnostic]) {
    let key = Slug.make(from: tag)
    guard let found = site.tagIndex.tags.first(where: { $0.key == key || $0.label == tag }) else {
      let known = site.tagIndex.tags.map(\.label)
      diagnostics.append(
        .unknownTagOfBook(
          tag, suggestion: NearMiss.closest(to: tag, among: known),
          at: SourceLocation(path: tag)))
      return
    }
    let sheets = found.sheets.filter { !isListOfSheets($0) }
    add(Part(title: found.label.prefix(1).uppercased() + found.label.dropFirst(), sheets: sheets))
  }

  /// Adds the sheets that the lines of a file name; a line that starts with `#` calls the part.
  private mutating func add(
    list file: String, _ text: String, reporting diagnostics: inout [Diagnostic]
  ) {
    var part = Part(title: "", sheets: [])
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = String(line).trimmed
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        add(part)
        part = Part(title: String(line.drop { $0 == "#" }).trimmed, sheets: [])
        continue
      }
      let place = SourceLocation(
        path: file, position: SourcePosition(line: number + 1, column: 1))
      if let sheet = sheet(line, at: place, reporting: &diagnostics) { part.sheets.append(sheet) }
    }
    add(part)
  }

  /// Returns the sheet that a name calls: a title, an address or a file.
  private func sheet(
    _ name: String, at location: SourceLocation, reporting diagnostics: inout [Diagnostic]
  ) -> Int? {
    if case .sheet(let index) = site.directory.match(path: name) { return index }
    if let base = site.site.configuration.baseURL, name.hasPrefix(base) {
      return sheet(String(name.dropFirst(base.count)), at: location, reporting: &diagnostics)
    }
    let byReference = site.directory.match(reference: name) { _ in true }
    let byTitle = site.directory.match(title: name)
    for case .sheet(let index) in [byReference, byTitle] { return index }
    for case .ambiguous(let ids) in [byReference, byTitle] {
      diagnostics.append(.ambiguousInBook(name, ids: ids, at: location))
      return nil
    }
    for case .unpublished in [byReference, byTitle] {
      diagnostics.append(.unpublishedInBook(name, at: location))
      return nil
    }
    let sections = site.sections.sections.map(\.id).filter { !$0.isEmpty }
    let suggestion = suggestions.next(for: name) {
      NearMiss.closest(to: name, among: sections) ?? site.directory.closest(toReference: name)
        ?? site.directory.closest(toTitle: name)
    }
    diagnostics.append(.unknownInBook(name, suggestion: suggestion, at: location))
    return nil
  }

  // MARK: What they hold

  private mutating func addWholeSite() {
    // In the order of the menu, where there is one: readers know it.
    let menu = site.pages(of: site.site.configuration.menu)
    let root = site.sections.sections[0]
    let children = root.children.map { site.sections.sections[$0] }
    let rank = Dictionary(menu.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    let sorted = children.enumerated().sorted {
      (rank[$0.element.id] ?? menu.count, $0.offset) < (
        rank[$1.element.id] ?? menu.count, $1.offset
      )
    }
    for (_, section) in sorted { add(section) }
    let loose = root.sheets.filter { !isListOfSheets($0) }
    add(Part(title: site.site.configuration.title, sheets: loose))
    parts.removeAll { $0.sheets.isEmpty }
  }

  private mutating func add(_ section: Section) {
    let sheets = site.sections.allSheets(of: section).filter { !isListOfSheets($0) }
    let title = section.index.map { site.sheets[$0].title } ?? section.id
    add(Part(title: title, index: section.index, sheets: sheets))
  }

  /// Adds a part.
  ///
  /// A sheet is in a book once, where it comes first. Single sheets that follow each other are one part.
  private mutating func add(_ part: Part, isSheet: Bool = false) {
    var part = part
    part.sheets = part.sheets.filter { taken.insert($0).inserted }
    if isSheet { part.title = "" }
    if part.title.isEmpty, part.index == nil, let last = parts.indices.last,
      parts[last].title.isEmpty
    {
      parts[last].sheets += part.sheets
    } else if !part.sheets.isEmpty || part.index != nil {
      parts.append(part)
    }
  }

  /// Whether a page is there to choose among others on a screen: who reads a book has its contents.
  private func isListOfSheets(_ index: Int) -> Bool {
    let sheet = site.sheets[index]
    let configuration = site.site.configuration
    if [configuration.composer, configuration.cards].contains(sheet.id) { return true }
    return sheet.views.contains { placed in
      switch placed.view {
      case .cards, .catalogue, .archipelago: true
      default: false
      }
    }
  }
}
